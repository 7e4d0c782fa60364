"""Everything that can fail, made to fail: lines, servers, the disk, the program itself."""
