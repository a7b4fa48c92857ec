package org.jsaffire.stdlib;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The client side of TLS on a connected socket. */
final class SocketTls implements Closeable {
  /** Accepts every certificate, for scripts that ask for that. */
  private static final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private final SSLSocket socket;

  private SocketTls(SSLSocket socket) {
    this.socket = socket;
  }

  /**
   * Shakes hands as a client.
   *
   * @param host that the certificate must be for
   * @param verify false takes any certificate
   * @param millis how long to wait for each answer; 0 for as long as it takes
   */
  static SocketTls start(Socket plain, String host, boolean verify, long millis)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context(verify).getSocketFactory().createSocket(plain, host, plain.getPort(), true);
    if (verify) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    SocketTls tls = new SocketTls(socket);
    tls.setTimeout(millis);
    socket.startHandshake();
    return tls;
  }

  private static SSLContext context(boolean verify) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, verify ? null : new TrustManager[] {new TrustEverybody()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS is not available", e);
    }
  }

  void setTimeout(long millis) throws IOException {
    socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, millis));
  }

  int read(ByteBuffer target) throws IOException {
    int n =
        socket
            .getInputStream()
            .read(target.array(), target.arrayOffset() + target.position(), target.remaining());
    target.position(target.position() + Math.max(0, n));
    return n;
  }

  int write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return bytes.length;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
