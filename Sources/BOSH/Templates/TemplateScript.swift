/// What Ruby runs: it reads a request as JSON, and for each file to render writes a line and, behind it, bytes.
///
/// ```
/// SEAL ok SIZE IS_EXECUTABLE ASKED_FOR_IP    the file
/// SEAL error SIZE                            what went wrong, as JSON
/// SEAL late                                  the time is up, and nothing follows
/// SEAL done                                  all of it was rendered, and nothing follows
/// ```
///
/// The seal is a random word of the request. Templates are programs: one may end Ruby, or write where answers go, and
/// without the seal and the last line that would look like an answer.
///
/// The methods that templates may call, and what they do, are those of BOSH. What templates print goes to standard
/// error, so that it can't get between the answers.
enum TemplateScript {
  static let text: StaticString = #"""
    require "erb"
    require "json"
    require "ostruct"

    Encoding.default_external = Encoding::UTF_8
    Encoding.default_internal = nil
    { Base64: "base64", Digest: "digest", IPAddr: "ipaddr", OpenSSL: "openssl", SecureRandom: "securerandom",
      Set: "set", Shellwords: "shellwords", Time: "time", URI: "uri", YAML: "yaml" }.each do |name, file|
      Object.autoload(name, file) unless Object.const_defined?(name)
    end

    class MissingProperty < StandardError
      attr_reader :names, :link
      def initialize(names, link)
        @names, @link = names, link
        super("no value for #{names.join(", ")}")
      end
    end

    class MissingLink < StandardError
      attr_reader :name
      def initialize(name)
        @name = name
        super("no link #{name}")
      end
    end

    # What follows a block that was not run, and what follows one that was.
    class Otherwise
      def initialize(context) = @context = context
      def else = yield
      def else_if_p(*names, &block) = @context.if_p(*names, &block)
      def else_if_link(name, &block) = @context.if_link(name, &block)
    end

    class Done
      def else; end
      def else_if_p(*) = self
      def else_if_link(*) = self
    end

    module Properties
      def p(*arguments)
        names = Array(arguments[0])
        names.each do |name|
          value = Properties.find(property_source, name)
          return value unless value.nil?
        end
        return arguments[1] if arguments.length == 2
        raise MissingProperty.new(names, link_name)
      end

      def if_p(*names)
        values = names.map { |name| Properties.find(property_source, name) }
        return Otherwise.new(self) if values.any?(&:nil?)
        yield(*values)
        Done.new
      end

      def inspect = "#<#{self.class.name.downcase}>"

      def self.find(values, name)
        name.split(".").each do |key|
          return nil if values.nil?
          values = values[key]
        end
        values
      end
    end

    class Instance
      include Properties
      attr_reader :name, :index, :id, :az, :address, :properties, :bootstrap
      attr_reader :link_name
      private :link_name

      def initialize(values, link)
        @name, @index, @id, @az, @address, @properties, @bootstrap =
          values.values_at("name", "index", "id", "az", "address", "properties", "bootstrap")
        @link_name = link
      end

      private

      def property_source = @properties
    end

    class Link
      include Properties
      attr_reader :instances, :properties
      attr_reader :link_name
      private :link_name

      def initialize(name, values)
        @link_name = name
        @address = values["address"]
        @properties = values["properties"]
        @instances = values["instances"].map { |instance| Instance.new(instance, name) }
      end

      # BOSH asks its DNS for the instances that fit; one Service stands for all of them.
      def address(_query = {}) = @address

      private

      def property_source = @properties
    end

    class Spec < OpenStruct
      def methods(regular = true) = regular ? super : to_h.keys

      # Before a pod runs it has no address of its own: its name stands in, and who asked is told.
      def stand_in(address, asked)
        self.ip = address
        define_singleton_method(:ip) { asked.call; address }
        define_singleton_method(:[]) { |key| key.to_s == "ip" ? ip : super(key) }
      end
    end

    class Template
      include Properties
      attr_reader :name, :index, :spec, :raw_properties, :asked_for_ip

      def initialize(properties, links, spec)
        @raw_properties, @links = properties, links
        @name, @index = spec["name"], spec["index"]
        @asked_for_ip = false
        @spec = Template.open(spec, Spec)
        return unless spec["ip"].nil?
        asked = -> { @asked_for_ip = true }
        @spec.stand_in(spec["address"], asked)
        @spec.networks.to_h.each_value { |network| network.stand_in(spec["address"], asked) }
      end

      def properties = @properties ||= Template.open(@raw_properties, OpenStruct)

      def link(name)
        values = Properties.find(@links, name)
        raise MissingLink.new(name) if values.nil?
        Link.new(name, values)
      end

      def if_link(name)
        values = Properties.find(@links, name)
        return Otherwise.new(self) if values.nil?
        yield Link.new(name, values)
        Done.new
      end

      def get_binding = binding

      def self.open(value, struct)
        case value
        when Hash then struct.new(value.transform_values { |inner| open(inner, struct) })
        when Array then value.map { |inner| open(inner, struct) }
        else value
        end
      end

      private

      def property_source = @raw_properties
      def link_name = nil
    end

    class Failure
      def initialize(error, file)
        @error, @file = error, file
      end

      def to_json
        JSON.generate({ kind: kind, line: line, names: names, link: link, message: message.scrub })
      end

      private

      def kind
        case @error
        when MissingProperty then "property"
        when MissingLink then "link"
        when SyntaxError then "syntax"
        else "other"
        end
      end

      def names
        case @error
        when MissingProperty then @error.names
        when MissingLink then [@error.name]
        else []
        end
      end

      def link = @error.is_a?(MissingProperty) ? @error.link : nil

      def line
        return @error.message[/^#{Regexp.escape(@file)}:(\d+):/, 1].to_i if @error.is_a?(SyntaxError)
        place = @error.backtrace_locations&.find { |location| location.path == @file }
        place ? place.lineno : 0
      end

      # Ruby would show the object, and with it what is secret in it.
      def message
        case @error
        when SyntaxError
          (@error.message.lines.find { |text| text.include?("syntax error") || text.include?(": ") } || @error.message)
            .sub(/^#{Regexp.escape(@file)}:\d+: */, "").strip
        when SystemExit then "it ends the program"
        when NameError then "#{@error.name} is unknown#{owner}"
        else "#{@error.class}: #{@error.message.lines.first.to_s.strip}"
        end
      end

      def owner
        receiver = @error.receiver
        return "" if receiver.is_a?(Template)
        receiver.nil? ? " to nil" : " to #{receiver.class}"
      rescue ArgumentError
        ""
      end
    end

    # What templates can't come by as they come by variables of this script.
    class Answers
      def initialize(stream, seal)
        stream.binmode
        # What was rendered tells which template ended Ruby.
        stream.sync = true
        turn = Mutex.new
        define_singleton_method(:write) do |line, content = "".b|
          turn.synchronize { stream.write("#{seal} #{line}\n".b + content) }
        end
        define_singleton_method(:end) do |line|
          turn.lock
          stream.write("#{seal} #{line}\n".b)
          Process.exit!(0)
        end
      end

      def inspect = "#<answers>"
    end

    # A method, whose variables templates don't see.
    def render_all(stream)
      request =
        begin
          JSON.parse(STDIN.read.force_encoding(Encoding::UTF_8), max_nesting: false)
        rescue JSON::ParserError
          # Its message would show the request, and with it what is secret.
          abort "the request can't be read"
        end
      # Every template gets values of its own: none can change what another sees.
      jobs = request["jobs"].map { |job| Marshal.dump([job["properties"], job["links"]]) }
      specs = request["specs"].map { |spec| Marshal.dump(spec) }
      compiled = {}
      answers = Answers.new(stream, request.delete("seal"))
      Thread.new do
        sleep request["milliseconds"] / 1000.0
        answers.end("late")
      end

      request["renders"].each do |file, job, spec|
        begin
          template = compiled[file] ||= ERB.new(File.read(file), trim_mode: "-").tap { |erb| erb.filename = file }
          context = Template.new(*Marshal.load(jobs[job]), Marshal.load(specs[spec]))
          text = template.result(context.get_binding).b
          mode = File.stat(file).mode & 0o111 == 0 ? 0 : 1
          answer = "ok #{text.bytesize} #{mode} #{context.asked_for_ip ? 1 : 0}"
        rescue LoadError => error
          unless defined?(Gem)
            require "rubygems"
            retry
          end
          text = Failure.new(error, file).to_json.b
          answer = "error #{text.bytesize}"
        rescue SignalException
          raise
        rescue Exception => error
          text = Failure.new(error, file).to_json.b
          answer = "error #{text.bytesize}"
        end
        answers.write(answer, text)
      end
      answers.end("done")
    end

    render_all(STDOUT.dup.tap { STDOUT.reopen(STDERR) })
    """#
}
