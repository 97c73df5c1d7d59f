package eu.eutlas.embeddedmongo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on 127.0.0.1 and nowhere else. */
final class Listener implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 128;
  private static final int DRAIN_SECONDS = 10;

  private final ChannelGroup connections;
  private final ReadWriteLock working = new ReentrantReadWriteLock(true);
  private final AtomicInteger lastConnection = new AtomicInteger();
  private final Channel server;
  private final InetSocketAddress address;

  private Listener(int port, SharedThreads threads, Serving serving) {
    connections = new DefaultChannelGroup(threads.eventLoops().next());
    var bootstrap =
        new ServerBootstrap()
            .group(threads.eventLoops())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    accept(channel, threads, serving);
                  }
                });
    ChannelFuture bound =
        bootstrap.bind(new InetSocketAddress(loopback(), port)).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new PortInUseException(port, bound.cause());
    }
    server = bound.channel();
    address = (InetSocketAddress) server.localAddress();
  }

  static Listener open(int port, SharedThreads threads, Serving serving) {
    return new Listener(port, threads, serving);
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(LOOPBACK);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private void accept(SocketChannel channel, SharedThreads threads, Serving serving) {
    connections.add(channel);
    var decoder = new MessageDecoder();
    var connection = new Connection(lastConnection.incrementAndGet(), channel);
    channel.pipeline().addLast(decoder);
    channel
        .pipeline()
        .addLast(
            new ConnectionHandler(
                connection, decoder, serving, threads.workers(), working.readLock()));
  }

  InetSocketAddress address() {
    return address;
  }

  /** Frees the port, waits a while for the commands at work to be answered, ends connections. */
  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    try {
      if (!working.writeLock().tryLock(DRAIN_SECONDS, TimeUnit.SECONDS)) {
        log.warn("commands still run after {} s; their connections are cut", DRAIN_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.close().awaitUninterruptibly();
  }
}
