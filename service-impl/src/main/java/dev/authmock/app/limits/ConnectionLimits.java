package dev.authmock.app.limits;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the limits in the way of whatever comes to the server, and the date on whatever leaves it. */
@Singleton
class ConnectionLimits
    implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, NettyServerCustomizer {
  private final LimitsConfiguration limits;
  private final DateHeader date = new DateHeader(InstantSource.system());

  ConnectionLimits(LimitsConfiguration limits) {
    this.limits = limits;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(this);
    return event.getBean();
  }

  @Override
  public NettyServerCustomizer specializeForChannel(Channel listener, ChannelRole role) {
    if (role != ChannelRole.LISTENER) {
      return this;
    }
    OpenConnections open = new OpenConnections(limits.getMaxConnections());
    // Before the handler that hands a new connection over to the event loops.
    listener.pipeline().addLast(new Doorkeeper(open));
    return new OfListener(open);
  }

  private final class OfListener implements NettyServerCustomizer {
    private final OpenConnections open;
    private final Turns turns = new Turns();

    OfListener(OpenConnections open) {
      this.open = open;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION
          ? new OfConnection(open, turns, channel.pipeline())
          : this;
    }
  }

  private final class OfConnection implements NettyServerCustomizer {
    private final OpenConnections open;
    private final Turns turns;
    private final ChannelPipeline pipeline;

    OfConnection(OpenConnections open, Turns turns, ChannelPipeline pipeline) {
      this.open = open;
      this.turns = turns;
      this.pipeline = pipeline;
    }

    @Override
    public void onStreamPipelineBuilt() {
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      // It is not there on an HTTP/2 connection.
      if (pipeline.get(codec) != null) {
        pipeline.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        RestAfterRefusal rest = new RestAfterRefusal(turns);
        RequestArrival arrival = new RequestArrival(open, limits.getRequestTimeout(), rest);
        pipeline.addBefore(codec, "request-bytes", arrival.reading());
        pipeline.addAfter(codec, "request-arrival", arrival);
        pipeline.addAfter(codec, "rest-after-refusal", rest);
        // Next to the codec: a 408, which comes from within the pipeline, passes it as well.
        pipeline.addAfter(codec, "date-header", date);
      }
    }
  }
}
