using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeVision.Capture.Processes;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;

namespace EdgeVision.Service.Devices;

/// <summary>
/// Asks a child process about the library and its providers, so that a driver that crashes or hangs takes only the child
/// with it. The child is ended with all its own children when its time is over.
/// </summary>
/// <param name="program">Makes the child's command from what follows the program's name.</param>
/// <param name="deadline">For one question.</param>
public sealed class ProbeProcess(Func<string[], ChildCommand> program, TimeSpan deadline)
{
    /// <summary>The verb of the child; it is not shown in the help.</summary>
    public const string Verb = "probe-provider";

    /// <summary>Starts the answer's line: drivers print to standard output too.</summary>
    public const string Mark = "edgevision-probe ";

    // A driver may flood its output; the answer is one short line.
    private const int MostOutput = 1 << 16;

    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(2);

    /// <summary>Tries a provider.</summary>
    /// <param name="provider">Which.</param>
    /// <param name="options">As the provider takes them.</param>
    /// <param name="cancellation">Ends the child.</param>
    public async Task<ProbeReport> TryAsync(ProviderEntry provider, IReadOnlyDictionary<string, string> options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);
        return await ReportAsync([Verb, provider.Name, .. Given(options)], cancellation).ConfigureAwait(false);
    }

    /// <summary>Loads a plug-in provider library and lists its devices.</summary>
    public async Task<PluginListing> ListAsync(PluginLibrary library, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(library);

        // A library that finds no device says why on standard error at best, so the child is heard to its end.
        var answer = await Task.Run(() => Ask([Verb, "--library", library.ToString()], AnswerGrace, cancellation), cancellation).ConfigureAwait(false);
        return Read(answer, ProbeJson.Default.PluginListing) switch
        {
            { Outcome: ProbeOutcome.NoDevice } none => none with { Message = answer.Tail },
            { } listing => listing,
            null => None(Failure(answer)),
        };
    }

    /// <summary>Tries a device of a plug-in provider library.</summary>
    /// <param name="library">Which, with its provider's options.</param>
    /// <param name="device">The device's place in <see cref="ListAsync"/>'s answer.</param>
    /// <param name="cancellation">Ends the child.</param>
    public Task<ProbeReport> TryAsync(PluginLibrary library, int device, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(library);
        return ReportAsync(
            [Verb, "--library", library.ToString(), "--device", device.ToString(CultureInfo.InvariantCulture), .. Given(library.Options)], cancellation);
    }

    /// <summary>Says what library there is.</summary>
    public async Task<LoadedRuntime> LookAsync(CancellationToken cancellation)
    {
        var answer = await Task.Run(() => Ask([Verb], TimeSpan.Zero, cancellation), cancellation).ConfigureAwait(false);
        var what = answer.Overran ? "does not answer" : answer.Exit;
        return Read(answer, ProbeJson.Default.LoadedRuntime)
            ?? new LoadedRuntime("", "", [], Native.LibraryProbe.RuntimeIdentifier, $"the process that loads ONNX Runtime {what}{answer.Tail}");
    }

    private static PluginListing None(ProbeReport failure) => new(failure.Outcome, failure.Message, []);

    private static IEnumerable<string> Given(IReadOnlyDictionary<string, string> options) =>
        options.SelectMany(option => new[] { "--option", $"{option.Key}={option.Value}" });

    private static T? Read<T>(Answer answer, JsonTypeInfo<T> type)
        where T : class => answer.Line is { } line ? JsonSerializer.Deserialize(line, type) : null;

    private async Task<ProbeReport> ReportAsync(string[] arguments, CancellationToken cancellation)
    {
        var answer = await Task.Run(() => Ask(arguments, TimeSpan.Zero, cancellation), cancellation).ConfigureAwait(false);
        return Read(answer, ProbeJson.Default.ProbeReport) ?? Failure(answer);
    }

    private ProbeReport Failure(Answer answer) => answer.Overran
        ? new ProbeReport(ProbeOutcome.Hung, string.Create(CultureInfo.InvariantCulture, $"no answer within {deadline.TotalSeconds:0.#} s{answer.Tail}"), 0, 0)
        : new ProbeReport(ProbeOutcome.Crashed, $"the process that tried it {answer.Exit}{answer.Tail}", 0, 0);

    /// <param name="arguments">Of the child.</param>
    /// <param name="grace">How long it is heard after its answer.</param>
    /// <param name="cancellation">Ends the child.</param>
    private Answer Ask(string[] arguments, TimeSpan grace, CancellationToken cancellation)
    {
        using var child = ChildProcess.Start(program(arguments), "the probe of accelerators", new Secrets());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(deadline);
        using var interrupt = limit.Token.Register(child.Interrupt);
        var line = ReadAnswer(child, out var interrupted);
        cancellation.ThrowIfCancellationRequested();
        var exit = interrupted ? null : child.WaitForExit(line is null ? deadline : grace);
        return new Answer(line, exit is null, exit?.ToString() ?? "", LastWords.Of(child.Tail) is { Length: > 0 } last ? $"; it said: {last}" : "");
    }

    private static string? ReadAnswer(ChildProcess child, out bool interrupted)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        int length;
        while ((length = child.Read(buffer)) > 0)
        {
            // The start of a flood is let go, never the end.
            text.Append(Encoding.UTF8.GetString(buffer, 0, length));
            text.Remove(0, Math.Max(0, text.Length - MostOutput));
            if (AnswerIn(text.ToString()) is { } line)
            {
                interrupted = false;
                return line;
            }
        }

        interrupted = length == ChildProcess.Interrupted;
        return null;
    }

    private static string? AnswerIn(string text)
    {
        var start = text.LastIndexOf(Mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('\n', start);
        return end < 0 ? null : text[(start + Mark.Length)..end];
    }

    /// <param name="Line">The answer's JSON; null when there was none.</param>
    /// <param name="Overran">It had not ended in time.</param>
    /// <param name="Exit">How it ended, when it did.</param>
    /// <param name="Tail">Its last words, to be put behind a sentence; may be empty.</param>
    private sealed record Answer(string? Line, bool Overran, string Exit, string Tail);
}
