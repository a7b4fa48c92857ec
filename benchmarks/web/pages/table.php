<?php
class Rows {
  public static function print($count) {
    for ($i = 1; $i <= $count; $i += 1) {
      echo "<tr><td>", $i, "</td><td>Item number ", $i, "</td><td>", $i * 17 % 101, ".50</td></tr>\n";
    }
  }
}

echo "<!DOCTYPE html><html><head><title>Table</title></head><body><table>\n";
Rows::print(200);
echo "</table></body></html>\n";
