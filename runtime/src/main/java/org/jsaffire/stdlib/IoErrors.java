package org.jsaffire.stdlib;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.ScriptException;

/** Failures of input and output as exceptions of the language. */
final class IoErrors {
  private IoErrors() {}

  /** An ioException {@code what: reason}. */
  static ScriptException failed(String what, IOException cause) {
    return Errors.io(what + ": " + reason(cause));
  }

  /** {@code what: reason} as fileNotFoundException when nothing is there, else fileException. */
  static ScriptException file(String what, IOException cause) {
    return plainFile(what + ": " + reason(cause), cause);
  }

  /** As {@link #file}, without the reason. */
  static ScriptException plainFile(String message, IOException cause) {
    return Errors.of(
        cause instanceof NoSuchFileException ? Exceptions.FILE_NOT_FOUND : Exceptions.FILE,
        message);
  }

  /** Why an operation failed, in a few words and without names of Java. */
  static String reason(IOException cause) {
    if (cause instanceof FileSystemException failure) {
      return fileReason(failure);
    }
    if (cause instanceof UnknownHostException) {
      return "unknown host";
    }
    if (cause instanceof SocketTimeoutException) {
      return "timed out";
    }
    return cause instanceof SSLException ? tlsReason(cause) : orUnknown(cause.getMessage());
  }

  private static String tlsReason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException
          || cause instanceof CertPathValidatorException) {
        return "certificate is not trusted";
      }
      if (cause.getClass() == CertificateException.class) {
        return "certificate is for another host";
      }
    }
    return "TLS handshake failed";
  }

  private static String fileReason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "file exists";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "directory not empty";
    }
    if (failure instanceof NotDirectoryException) {
      return "not a directory";
    }
    if (failure instanceof NotLinkException) {
      return "not a link";
    }
    return failure instanceof FileSystemLoopException
        ? "too many levels of symbolic links"
        : orUnknown(failure.getReason());
  }

  private static String orUnknown(String reason) {
    if (reason == null || reason.isBlank()) {
      return "input/output error";
    }
    return reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
  }
}
