package dev.authmock.app.limits;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;

/** Lets a new connection in, or sends it away before it costs anything. */
final class Doorkeeper extends ChannelInboundHandlerAdapter {
  private final OpenConnections open;

  Doorkeeper(OpenConnections open) {
    this.open = open;
  }

  @Override
  public void channelRead(ChannelHandlerContext listener, Object accepted) {
    Channel connection = (Channel) accepted;
    if (open.admit()) {
      connection.closeFuture().addListener(closed -> open.left());
      listener.fireChannelRead(accepted);
    } else {
      // A reset: nothing of it stays behind in the system either.
      connection.config().setOption(ChannelOption.SO_LINGER, 0);
      connection.unsafe().closeForcibly();
    }
  }
}
