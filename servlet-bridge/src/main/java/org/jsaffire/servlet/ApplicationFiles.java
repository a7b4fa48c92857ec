package org.jsaffire.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.jsaffire.sapi.WebPath;

/**
 * The files of a web application in the file system. The scripts of an application that its
 * container does not unpack are copied into the container's directory for temporary files.
 */
final class ApplicationFiles implements WebPath.Tree {
  private static final String ATTRIBUTE = ApplicationFiles.class.getName();

  private final ServletContext context;
  private final Path copy;
  private final Path root;

  private ApplicationFiles(ServletContext context, Path copy, Path root) {
    this.context = context;
    this.copy = copy;
    this.root = root;
  }

  /**
   * The files of an application, found once.
   *
   * @throws ServletException the scripts cannot be copied
   */
  static ApplicationFiles of(ServletContext context) throws ServletException {
    synchronized (context) {
      if (context.getAttribute(ATTRIBUTE) instanceof ApplicationFiles known) {
        return known;
      }
      ApplicationFiles files = find(context);
      context.setAttribute(ATTRIBUTE, files);
      return files;
    }
  }

  private static ApplicationFiles find(ServletContext context) throws ServletException {
    String real = context.getRealPath("/");
    if (real != null) {
      return new ApplicationFiles(context, null, Path.of(real));
    }
    try {
      Path copy = copyDirectory(context);
      copyScripts(context, "/", copy);
      return new ApplicationFiles(context, copy, copy);
    } catch (IOException e) {
      throw new ServletException("cannot copy the scripts out of the packed application", e);
    }
  }

  /** The directory of the application. */
  Path root() {
    return root;
  }

  @Override
  public Path file(String path) {
    if (copy != null) {
      return copy.resolve(path.substring(1)).normalize();
    }
    String real = context.getRealPath(path);
    return real == null ? null : Path.of(real);
  }

  private static Path copyDirectory(ServletContext context) throws IOException {
    Object temporary = context.getAttribute(ServletContext.TEMPDIR);
    Path parent = temporary instanceof File file ? file.toPath() : null;
    return parent == null
        ? Files.createTempDirectory("saffire-")
        : Files.createTempDirectory(Files.createDirectories(parent), "saffire-");
  }

  private static void copyScripts(ServletContext context, String directory, Path target)
      throws IOException {
    Set<String> paths = context.getResourcePaths(directory);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith("/")) {
        copyScripts(context, path, target);
      } else if (path.endsWith(WebPath.SUFFIX)) {
        copyScript(context, path, target);
      }
    }
  }

  private static void copyScript(ServletContext context, String path, Path target)
      throws IOException {
    Path file = target.resolve(path.substring(1)).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("the archive has an entry outside itself: " + path);
    }
    Files.createDirectories(file.getParent());
    try (InputStream in = context.getResourceAsStream(path)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
