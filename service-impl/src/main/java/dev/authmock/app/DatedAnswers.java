package dev.authmock.app;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the {@link DateHeader} where the answers of the framework pass, whichever part makes them. */
@Singleton
class DatedAnswers implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final DateHeader header = new DateHeader(InstantSource.system());

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new OfServer());
    return event.getBean();
  }

  private final class OfServer implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new OfConnection(channel.pipeline()) : this;
    }
  }

  private final class OfConnection implements NettyServerCustomizer {
    private final ChannelPipeline pipeline;

    OfConnection(ChannelPipeline pipeline) {
      this.pipeline = pipeline;
    }

    @Override
    public void onStreamPipelineBuilt() {
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      if (pipeline.get(codec) != null) {
        pipeline.addAfter(codec, "date-header", header);
      }
    }
  }
}
