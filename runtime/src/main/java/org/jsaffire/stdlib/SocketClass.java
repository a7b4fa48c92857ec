package org.jsaffire.stdlib;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnsupportedAddressTypeException;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.RawBytes;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.TupleObject;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RawText;

/** The class {@code socket} of module {@code io\socket} (modules.md 5). */
final class SocketClass {
  private static final int LARGEST_READ = 1 << 20;

  private static final Object[][] CONSTANTS = {
    {"AF_UNIX", SocketAddresses.AF_UNIX},
    {"AF_INET", SocketAddresses.AF_INET},
    {"AF_INET6", SocketAddresses.AF_INET6},
    {"SOCK_STREAM", NetSocket.SOCK_STREAM},
    {"SOCK_DGRAM", NetSocket.SOCK_DGRAM},
    {"SOCK_RAW", 3},
    {"SOL_SOCKET", SocketOptions.SOL_SOCKET},
    {"SOMAXCONN", 4096},
    {"TCP_NODELAY", 1},
    {"SO_DEBUG", 1},
    {"SO_REUSEADDR", 2},
    {"SO_TYPE", SocketOptions.SO_TYPE},
    {"SO_ERROR", SocketOptions.SO_ERROR},
    {"SO_DONTROUTE", 5},
    {"SO_BROADCAST", 6},
    {"SO_SNDBUF", 7},
    {"SO_RCVBUF", 8},
    {"SO_KEEPALIVE", 9},
    {"SO_OOBINLINE", 10},
    {"SO_LINGER", 13},
    {"SO_REUSEPORT", 15},
    {"SO_RCVLOWAT", 18},
    {"SO_SNDLOWAT", 19},
    {"SO_RCVTIMEO", 20},
    {"SO_SNDTIMEO", 21},
    {"SO_BINDTODEVICE", 25}
  };

  private SocketClass() {}

  private static final class Holder {
    static final ClassObject TYPE = make();
  }

  /** What a method does with the socket. */
  @FunctionalInterface
  private interface Action {
    Value run(NetSocket socket) throws IOException;
  }

  static ClassObject build() {
    return Holder.TYPE;
  }

  private static ClassObject make() {
    NativeClass type =
        NativeClass.named("socket").qualifiedName("\\saffire\\io\\socket").tag(TypeTag.USER);
    for (Object[] constant : CONSTANTS) {
      type.constant((String) constant[0], Numerical.of((Integer) constant[1]));
    }
    type.define(
        "object __ctor(numerical family, numerical type, numerical protocol)",
        "A socket of a family and type.",
        SocketClass::create);
    options(type);
    serving(type);
    transfer(type);
    addresses(type);
    additions(type);
    return type.build();
  }

  private static Value create(Invoker in, Value self, Value family, Value type, Value protocol) {
    try {
      ((Instance) self)
          .setPayload(
              NetSocket.create(
                  in, ((Numerical) family).clampedLong(), ((Numerical) type).clampedLong()));
      return null;
    } catch (IOException e) {
      throw failed("Cannot create socket: ", e);
    }
  }

  private static ScriptException failed(String what, IOException cause) {
    String reason = cause instanceof ClosedChannelException ? "socket is closed" : reason(cause);
    return Errors.io(what + reason);
  }

  /** Reasons of sockets are shown as the system words them. */
  private static String reason(IOException cause) {
    String message = cause.getMessage();
    return message != null && message.startsWith("Operation not ")
        ? message
        : IoErrors.reason(cause);
  }

  /** Does something with the socket; failures become an ioException that starts with a text. */
  private static Value attempt(Value self, String what, Action action) {
    try {
      return action.run(NetSocket.of(self));
    } catch (IOException e) {
      throw failed(what, e);
    } catch (NotYetConnectedException e) {
      throw Errors.io(what + "socket is not connected");
    } catch (NotYetBoundException e) {
      throw Errors.io(what + "socket does not listen");
    } catch (AlreadyBoundException e) {
      throw Errors.io(what + "socket is bound already");
    } catch (AlreadyConnectedException | ConnectionPendingException e) {
      throw Errors.io(what + "socket is connected already");
    } catch (UnsupportedAddressTypeException e) {
      throw Errors.io(what + "address family not supported");
    }
  }

  private static void options(NativeClass type) {
    type.define(
            "self setOption(numerical level, numerical option, object value)",
            "Sets an option, by its number.",
            (in, self, level, option, value) -> {
              if (value instanceof ClassObject || !(value.unwrap() instanceof Numerical number)) {
                throw Errors.argument("Value for setOption() must be numerical value");
              }
              return attempt(
                  self,
                  "Could not set socket option ",
                  socket -> {
                    socket.setOption(number(level), number(option), number.clampedInt());
                    return self;
                  });
            })
        .define(
            "numerical getOption(numerical level, numerical option)",
            "The value of an option.",
            (in, self, level, option) ->
                attempt(
                    self,
                    "Could not get socket option: ",
                    socket -> Numerical.of(socket.getOption(number(level), number(option)))));
  }

  private static int number(Value value) {
    return ((Numerical) value).clampedInt();
  }

  private static void serving(NativeClass type) {
    type.define(
            "self bind(string host, numerical port)",
            "Gives the socket an address.",
            (in, self, host, port) ->
                attempt(
                    self,
                    "Cannot bind socket: ",
                    socket -> {
                      socket.bind(in, host.toString(), ((Numerical) port).clampedLong());
                      return self;
                    }))
        .define(
            "self listen(numerical backlog)",
            "Waits for peers from now on.",
            (in, self, backlog) ->
                attempt(
                    self,
                    "Cannot listen on socket: ",
                    socket -> {
                      socket.listen(number(backlog));
                      return self;
                    }))
        .define(
            "object accept()",
            "A socket for the next peer.",
            (in, self) ->
                attempt(
                    self,
                    "Error while accept()ing the socket: ",
                    socket -> {
                      NetSocket peer = socket.accept(in);
                      return peer == null ? Bool.FALSE : new Instance(Holder.TYPE, peer);
                    }))
        .define(
            "self close()",
            "Closes the socket.",
            (in, self) ->
                attempt(
                    self,
                    "Cannot close socket: ",
                    socket -> {
                      socket.close();
                      return self;
                    }));
  }

  private static void transfer(NativeClass type) {
    type.define(
            "string read(numerical bytes)",
            "What the peer sent, up to a number of bytes; empty when it has closed.",
            (in, self, bytes) ->
                attempt(
                    self, "Cannot read from socket: ", socket -> read(in, socket, number(bytes))))
        .define(
            "numerical write(string data)",
            "Sends a text; the number of bytes.",
            (in, self, data) ->
                attempt(
                    self,
                    "Cannot write to socket: ",
                    socket -> Numerical.of(socket.write(in, RawBytes.encode(data.toString())))));
  }

  @SuppressWarnings("ByteBufferBackingArray") // buffer() allocates it
  private static Str read(Invoker in, NetSocket socket, int bytes) throws IOException {
    ByteBuffer target = buffer(in, bytes);
    int n = target.hasRemaining() ? socket.read(in, target) : 0;
    return n <= 0 ? Str.EMPTY : Str.of(RawText.decode(target.array(), 0, n));
  }

  private static ByteBuffer buffer(Invoker in, int bytes) {
    if (bytes < 0) {
      throw Errors.argument("Size must be 0 or higher");
    }
    int size = Math.min(bytes, LARGEST_READ);
    if (size >= 1024) {
      in.charge(size);
    }
    return ByteBuffer.allocate(size);
  }

  private static void addresses(NativeClass type) {
    type.define(
            "string getHost()",
            "The host of the peer; without one, that of the socket.",
            (in, self) ->
                attempt(
                    self,
                    "Cannot get address of socket: ",
                    socket -> Str.of(SocketAddresses.host(peerOrOwn(socket)))))
        .define(
            "numerical getPort()",
            "The port of the peer; without one, that of the socket.",
            (in, self) ->
                attempt(
                    self,
                    "Cannot get address of socket: ",
                    socket -> Numerical.of(SocketAddresses.port(peerOrOwn(socket)))));
  }

  private static SocketAddress peerOrOwn(NetSocket socket) throws IOException {
    SocketAddress remote = socket.remote();
    return remote == null ? socket.local() : remote;
  }

  private static void additions(NativeClass type) {
    type.define(
            "self connect(string host, numerical port, numerical timeoutMs = 0)",
            "Connects to a peer.",
            (in, self, host, port, millis) ->
                attempt(
                    self,
                    "Cannot connect to '" + host + ":" + port + "': ",
                    socket -> {
                      socket.connect(
                          in,
                          host.toString(),
                          ((Numerical) port).clampedLong(),
                          ((Numerical) millis).clampedLong());
                      return self;
                    }))
        .define(
            "self setTimeout(numerical ms)",
            "How long operations may wait; 0 for as long as it takes.",
            (in, self, millis) ->
                attempt(
                    self,
                    "Could not set socket option ",
                    socket -> {
                      socket.setTimeout(((Numerical) millis).clampedLong());
                      return self;
                    }))
        .define(
            "self setBlocking(boolean blocking)",
            "Whether operations wait at all.",
            (in, self, blocking) ->
                attempt(
                    self,
                    "Could not set socket option ",
                    socket -> {
                      socket.setBlocking(blocking == Bool.TRUE);
                      return self;
                    }))
        .define(
            "object readln()",
            "A line without its end, or null when the peer has closed.",
            (in, self) -> attempt(self, "Cannot read from socket: ", socket -> readln(in, socket)));
    datagrams(type);
    type.define(
            "self startTls(hash|null options = null)",
            "Encrypts the connection from here on; options: host, verify.",
            (in, self, options) ->
                attempt(
                    self,
                    "Cannot start TLS: ",
                    socket -> {
                      Options given = new Options(in, options, "host", "verify");
                      socket.startTls(given.text("host", null), given.isSet("verify", true));
                      return self;
                    }))
        .define(
            "numerical getLocalPort()",
            "The port of the socket itself.",
            (in, self) ->
                attempt(
                    self,
                    "Cannot get address of socket: ",
                    socket -> Numerical.of(SocketAddresses.port(socket.local()))));
  }

  /** Byte by byte, as what lies behind the line must stay for others to read. */
  private static Value readln(Invoker in, NetSocket socket) throws IOException {
    ByteCollector line = new ByteCollector(in);
    ByteBuffer one = ByteBuffer.allocate(1);
    while (!line.endsInLineFeed() && socket.read(in, one.clear()) > 0) {
      line.add(one.get(0));
    }
    if (line.size() == 0) {
      return NullValue.NULL;
    }
    line.cutLineEnd();
    return line.toStr();
  }

  private static void datagrams(NativeClass type) {
    type.define(
            "numerical sendTo(string data, string host, numerical port)",
            "Sends a datagram; the number of bytes.",
            (in, self, data, host, port) ->
                attempt(
                    self,
                    "Cannot write to socket: ",
                    socket ->
                        Numerical.of(
                            socket.sendTo(
                                in,
                                RawBytes.encode(data.toString()),
                                socket.address(
                                    in, host.toString(), ((Numerical) port).clampedLong())))))
        .define(
            "object receiveFrom(numerical bytes)",
            "The next datagram with host and port of its sender; false when there is none.",
            (in, self, bytes) ->
                attempt(
                    self,
                    "Cannot read from socket: ",
                    socket -> receive(in, socket, number(bytes))));
  }

  @SuppressWarnings("ByteBufferBackingArray") // buffer() allocates it
  private static Value receive(Invoker in, NetSocket socket, int bytes) throws IOException {
    ByteBuffer target = buffer(in, bytes);
    SocketAddress sender = socket.receive(in, target);
    if (sender == null) {
      return Bool.FALSE;
    }
    return TupleObject.of(
        Str.of(RawText.decode(target.array(), 0, target.position())),
        Str.of(SocketAddresses.host(sender)),
        Numerical.of(SocketAddresses.port(sender)));
  }
}
