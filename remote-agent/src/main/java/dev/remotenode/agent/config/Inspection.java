package dev.remotenode.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A look at the configuration that the daemon would start with, without starting it. Reads the
 * files that are read by the service manager otherwise.
 */
public final class Inspection {
    /** In the order of the unit file; each that there is counts. */
    static final List<Path> USUAL_FILES =
            Stream.of("/etc/default", "/etc/sysconfig")
                    .flatMap(folder ->
                            Stream.of("pacemaker", "sbd").map(file -> Path.of(folder, file)))
                    .toList();

    private final Map<String, String> commandLine;
    private final GivenVariables given;
    private final SettingsReader reader;
    private final AgentConfiguration configuration;

    private Inspection(CommandLineOptions options, GivenVariables given) {
        this.commandLine = asSettings(options);
        this.given = given;
        this.reader = new SettingsReader(given.values());
        this.configuration = ConfigurationReader.read(options, given.values());
    }

    /**
     * Reads the configuration; any thread.
     *
     * @param files in systemd's syntax, to be put over the environment; none for those that the
     *     unit names
     */
    public static Inspection of(
            CommandLineOptions options, List<Path> files, Map<String, String> environment) {
        List<Path> read =
                files.isEmpty() ? USUAL_FILES.stream().filter(Files::exists).toList() : files;
        return new Inspection(options, GivenVariables.of(environment, read));
    }

    /** The configuration of a daemon that runs: what it was given at its start, and no file. */
    public static Inspection ofRunning(
            CommandLineOptions options, Map<String, String> environment) {
        return new Inspection(options, GivenVariables.of(environment, List.of()));
    }

    /**
     * A setting as it counts.
     *
     * @param value as one would write it in the environment
     * @param source where it comes from, for people
     */
    public record InForce(String name, String value, String source, String meaning) {}

    /** What the daemon would start with. */
    public AgentConfiguration configuration() {
        return configuration;
    }

    /** Everything that can be said by looking at the settings alone. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(given.findings());
        Set<String> told = new HashSet<>();
        Settings.ALL.forEach(setting ->
                complaint(setting)
                        .filter(told::add)
                        .ifPresent(text -> findings.add(Finding.problem(place(setting), text))));
        TlsPriorities.complaint(configuration.security())
                .ifPresent(text ->
                        findings.add(Finding.problem(place(Settings.TLS_PRIORITIES), text)));
        configuration.warnings().stream()
                .filter(told::add)
                .forEach(text -> findings.add(Finding.problem(text)));
        given.values().keySet().stream()
                .filter(name -> name.startsWith("PCMK_") || WithoutEffect.named(name).isPresent())
                .sorted()
                .forEach(name -> noteOn(name).ifPresent(findings::add));
        return findings;
    }

    /** The settings in force, one each paragraph, in the syntax of an environment file. */
    public String settings() {
        StringBuilder text = new StringBuilder();
        inForce()
                .forEach(setting ->
                        text.append("# " + setting.meaning() + " [" + setting.source() + "]\n")
                                .append(setting.name())
                                .append('=')
                                .append(EnvironmentFileText.quoted(setting.value()))
                                .append('\n'));
        configuration
                .logging()
                .files()
                .forEach(file -> text.append("# Logs to ").append(file).append('\n'));
        return text.toString();
    }

    /** All settings, in the order of the manual. */
    public List<InForce> inForce() {
        return Settings.ALL.stream()
                .map(setting ->
                        new InForce(
                                setting.name(),
                                effectiveText(setting),
                                source(setting),
                                setting.meaning()))
                .toList();
    }

    private Optional<Finding> noteOn(String name) {
        Optional<WithoutEffect> declared = WithoutEffect.named(name);
        if (declared.isPresent()) {
            String text = "%s has no effect, as %s".formatted(name, declared.get().reason());
            return Optional.of(Finding.note(given.origin(name), text));
        }
        boolean known =
                Settings.ALL.stream().anyMatch(setting -> setting.names().contains(name))
                        || ChildEnvironment.NAMES.contains(name);
        return known
                ? Optional.empty()
                : Optional.of(
                        Finding.note(
                                given.origin(name),
                                name + " is not known: a misspelled name has no effect"));
    }

    private Optional<String> complaint(Setting<?> setting) {
        return fromCommandLine(setting)
                .map(text -> check(setting, Map.of(setting.name(), text)))
                .orElseGet(() -> check(setting, given.values()));
    }

    private static Optional<String> check(Setting<?> setting, Map<String, String> variables) {
        SettingsReader check = new SettingsReader(variables);
        check.read(setting);
        return check.warnings().stream().findFirst();
    }

    private String source(Setting<?> setting) {
        return isGiven(setting) && complaint(setting).isPresent()
                ? "default, as the value of " + origin(setting) + " cannot be used"
                : origin(setting);
    }

    private boolean isGiven(Setting<?> setting) {
        return fromCommandLine(setting).isPresent() || reader.variable(setting).isPresent();
    }

    /** For people: the place, and the name that stands there if it is not the usual one. */
    private String origin(Setting<?> setting) {
        return reader.variable(setting)
                .filter(name -> !name.equals(setting.name()) && fromCommandLine(setting).isEmpty())
                .map(name -> place(setting) + ", as " + name)
                .orElseGet(() -> place(setting));
    }

    private String place(Setting<?> setting) {
        return fromCommandLine(setting).isPresent()
                ? "command line"
                : reader.variable(setting).map(given::origin).orElse("default");
    }

    private String effectiveText(Setting<?> setting) {
        return complaint(setting).isPresent()
                ? setting.defaultText()
                : fromCommandLine(setting)
                        .or(() -> reader.textOf(setting))
                        .orElse(setting.defaultText());
    }

    private Optional<String> fromCommandLine(Setting<?> setting) {
        return Optional.ofNullable(commandLine.get(setting.name()));
    }

    /** What the options say, as the settings that would say the same. */
    private static Map<String, String> asSettings(CommandLineOptions options) {
        Map<String, String> settings = new HashMap<>();
        options.port().ifPresent(port -> settings.put(Settings.REMOTE_PORT.name(), port));
        if (options.verbosity() > 0) {
            settings.put(Settings.STDERR.name(), "yes");
        }
        if (options.verbosity() > 1) {
            settings.put(Settings.DEBUG.name(), "yes");
        }
        return settings;
    }
}
