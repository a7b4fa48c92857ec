<?php
// Runs each program WARM + TIMED times in this process; prints the cold and the median time in ms.
[$self, $warm, $timed] = [array_shift($argv), (int) array_shift($argv), (int) array_shift($argv)];
foreach ($argv as $file) {
  $run = require $file;
  $times = [];
  for ($i = 0; $i < $warm + $timed; $i++) {
    ob_start();
    $start = hrtime(true);
    $run();
    $times[] = (hrtime(true) - $start) / 1e6;
    $output = trim(ob_get_clean());
  }
  $cold = $times[0];
  $times = array_slice($times, $warm);
  sort($times);
  printf("%s %.2f %.2f %s\n", basename($file, '.php'), $cold, $times[intdiv(count($times), 2)], md5($output));
}
