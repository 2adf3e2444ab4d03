/* Parses every file named on the command line through libyaml, event by event, and does nothing with it. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static void parse(const char *path) {
  yaml_parser_t parser;
  yaml_event_t event;
  FILE *file = fopen(path, "rb");
  if (!file || !yaml_parser_initialize(&parser)) exit(1);
  yaml_parser_set_input_file(&parser, file);
  for (int done = 0; !done;) {
    if (!yaml_parser_parse(&parser, &event)) exit(1);
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  fclose(file);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) parse(argv[i]);
  return 0;
}
