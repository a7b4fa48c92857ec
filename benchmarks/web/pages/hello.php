<?php
echo "<!DOCTYPE html><html><head><title>Hello</title></head><body><h1>Hello, world</h1></body></html>\n";
