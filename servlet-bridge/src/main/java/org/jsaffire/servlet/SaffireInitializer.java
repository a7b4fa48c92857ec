package org.jsaffire.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Prepares an application that has this library: maps {@link SaffireServlet} to {@code *.sf} unless
 * its {@code web.xml} has mapped it, and puts {@link PathInfoFilter} in front of that mapping.
 */
public final class SaffireInitializer implements ServletContainerInitializer {
  private static final String SCRIPTS = "*.sf";

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    ServletRegistration servlet = registered(context);
    if (servlet == null) {
      servlet = context.addServlet(SaffireServlet.class.getName(), SaffireServlet.class);
      servlet.addMapping(SCRIPTS);
    }
    if (servlet.getMappings().contains(SCRIPTS)) {
      FilterRegistration filter =
          context.addFilter(PathInfoFilter.class.getName(), PathInfoFilter.class);
      filter.setInitParameter(PathInfoFilter.SERVLET, servlet.getName());
      filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }
  }

  private static ServletRegistration registered(ServletContext context) {
    for (ServletRegistration servlet : context.getServletRegistrations().values()) {
      if (SaffireServlet.class.getName().equals(servlet.getClassName())) {
        return servlet;
      }
    }
    return null;
  }
}
