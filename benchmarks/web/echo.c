/* The same two pages by libfcgi: how fast the protocol alone can be here. */
#include <fcgi_stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  while (FCGI_Accept() >= 0) {
    const char *script = getenv("SCRIPT_FILENAME");
    printf("Content-Type: text/html; charset=UTF-8\r\n\r\n");
    if (script != NULL && strstr(script, "table") != NULL) {
      int i;
      printf("<!DOCTYPE html><html><head><title>Table</title></head><body><table>\n");
      for (i = 1; i <= 200; i++) {
        printf("<tr><td>%d</td><td>Item number %d</td><td>%d.50</td></tr>\n", i, i, i * 17 % 101);
      }
      printf("</table></body></html>\n");
    } else {
      printf("<!DOCTYPE html><html><head><title>Hello</title></head><body>"
             "<h1>Hello, world</h1></body></html>\n");
    }
  }
  return 0;
}
