package org.jsaffire.stdlib;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of sockets by the numbers of Linux (modules.md 5). */
final class SocketOptions {
  static final int SOL_SOCKET = 1;
  static final int IPPROTO_TCP = 6;
  static final int SO_TYPE = 3;
  static final int SO_ERROR = 4;

  private static final int SO_LINGER = 13;
  private static final String UNSUPPORTED = "Operation not supported";

  private static final Map<Integer, SocketOption<?>> SOCKET =
      Map.of(
          2,
          StandardSocketOptions.SO_REUSEADDR,
          6,
          StandardSocketOptions.SO_BROADCAST,
          7,
          StandardSocketOptions.SO_SNDBUF,
          8,
          StandardSocketOptions.SO_RCVBUF,
          9,
          StandardSocketOptions.SO_KEEPALIVE,
          SO_LINGER,
          StandardSocketOptions.SO_LINGER,
          15,
          StandardSocketOptions.SO_REUSEPORT);

  /** Options that were set, for a channel that takes the place of the present one. */
  private final Map<SocketOption<?>, Integer> chosen = new LinkedHashMap<>();

  private static SocketOption<?> find(NetworkChannel channel, int level, int option)
      throws IOException {
    SocketOption<?> found = null;
    if (level == SOL_SOCKET) {
      found = SOCKET.get(option);
    } else if (level == IPPROTO_TCP && option == 1) {
      found = StandardSocketOptions.TCP_NODELAY;
    }
    if (found == null || !channel.supportedOptions().contains(found)) {
      throw new IOException(UNSUPPORTED);
    }
    return found;
  }

  void set(NetworkChannel channel, int level, int option, int value) throws IOException {
    SocketOption<?> found = find(channel, level, option);
    apply(channel, found, value);
    chosen.put(found, value);
  }

  private static <T> void apply(NetworkChannel channel, SocketOption<T> option, int value)
      throws IOException {
    Object typed = option.type() == Boolean.class ? (Object) (value != 0) : (Object) value;
    try {
      channel.setOption(option, option.type().cast(typed));
    } catch (IllegalArgumentException e) {
      throw new IOException("Invalid argument", e);
    }
  }

  /** Sets what was chosen on another channel, as far as it knows the options. */
  void copyTo(NetworkChannel channel) throws IOException {
    for (Map.Entry<SocketOption<?>, Integer> entry : chosen.entrySet()) {
      if (channel.supportedOptions().contains(entry.getKey())) {
        apply(channel, entry.getKey(), entry.getValue());
      }
    }
  }

  static int get(NetworkChannel channel, int level, int option) throws IOException {
    Object value = channel.getOption(find(channel, level, option));
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value instanceof Integer number ? number : 0;
  }
}
