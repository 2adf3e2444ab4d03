/* The least that a build has to do: parses every file named on the command line and writes it out again,
   event by event, through libyaml, without looking at anything. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static yaml_emitter_t emitter;

static void fail(const char *what, const char *problem) {
  fprintf(stderr, "floor: %s: %s\n", what, problem ? problem : "failed");
  exit(1);
}

static void copy(const char *path) {
  yaml_parser_t parser;
  yaml_event_t event;
  FILE *file = fopen(path, "rb");
  if (!file) fail(path, "can't be read");
  if (!yaml_parser_initialize(&parser)) fail(path, NULL);
  yaml_parser_set_input_file(&parser, file);
  for (int done = 0; !done;) {
    if (!yaml_parser_parse(&parser, &event)) fail(path, parser.problem);
    done = event.type == YAML_STREAM_END_EVENT;
    if (done || event.type == YAML_STREAM_START_EVENT) {
      yaml_event_delete(&event); /* the output is one stream, whatever the number of files */
    } else if (!yaml_emitter_emit(&emitter, &event)) {
      fail(path, emitter.problem);
    }
  }
  yaml_parser_delete(&parser);
  fclose(file);
}

int main(int argc, char **argv) {
  yaml_event_t event;
  if (!yaml_emitter_initialize(&emitter)) fail("emitter", NULL);
  yaml_emitter_set_output_file(&emitter, stdout);
  yaml_emitter_set_unicode(&emitter, 1);
  yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
  if (!yaml_emitter_emit(&emitter, &event)) fail("emitter", emitter.problem);
  for (int i = 1; i < argc; i++) copy(argv[i]);
  yaml_stream_end_event_initialize(&event);
  if (!yaml_emitter_emit(&emitter, &event)) fail("emitter", emitter.problem);
  yaml_emitter_delete(&emitter);
  return 0;
}
