/** The command {@code fastcgi}, found by ServiceLoader. Knows the server and {@code cli.spi}. */
package org.jsaffire.fcgi.command;
