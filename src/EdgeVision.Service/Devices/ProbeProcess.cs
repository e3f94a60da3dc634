using System.Globalization;
using System.Text;
using System.Text.Json;
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

    /// <summary>Tries a provider.</summary>
    /// <param name="provider">Which.</param>
    /// <param name="options">As the provider takes them.</param>
    /// <param name="cancellation">Ends the child.</param>
    public async Task<ProbeReport> TryAsync(ProviderEntry provider, IReadOnlyDictionary<string, string> options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);
        string[] arguments = [Verb, provider.Name, .. options.SelectMany(option => new[] { "--option", $"{option.Key}={option.Value}" })];
        var answer = await Task.Run(() => Ask(arguments, cancellation), cancellation).ConfigureAwait(false);
        if (answer.Line is { } line && JsonSerializer.Deserialize(line, ProbeJson.Default.ProbeReport) is { } report)
        {
            return report;
        }

        return answer.Overran
            ? new ProbeReport(ProbeOutcome.Hung, string.Create(CultureInfo.InvariantCulture, $"no answer within {deadline.TotalSeconds:0.#} s{answer.Tail}"), 0, 0)
            : new ProbeReport(ProbeOutcome.Crashed, $"the process that tried it {answer.Exit}{answer.Tail}", 0, 0);
    }

    /// <summary>Says what library there is.</summary>
    public async Task<LoadedRuntime> LookAsync(CancellationToken cancellation)
    {
        var answer = await Task.Run(() => Ask([Verb], cancellation), cancellation).ConfigureAwait(false);
        if (answer.Line is { } line && JsonSerializer.Deserialize(line, ProbeJson.Default.LoadedRuntime) is { } runtime)
        {
            return runtime;
        }

        var what = answer.Overran ? "does not answer" : $"{answer.Exit}";
        return new LoadedRuntime("", "", [], Native.LibraryProbe.RuntimeIdentifier, $"the process that loads ONNX Runtime {what}{answer.Tail}");
    }

    private (string? Line, bool Overran, string Exit, string Tail) Ask(string[] arguments, CancellationToken cancellation)
    {
        using var child = ChildProcess.Start(program(arguments), "the probe of accelerators", new Secrets());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(deadline);
        using var interrupt = limit.Token.Register(child.Interrupt);
        var line = ReadAnswer(child, out var interrupted);
        cancellation.ThrowIfCancellationRequested();
        var exit = interrupted || line is not null ? null : child.WaitForExit(deadline);
        return (line, exit is null, exit?.ToString() ?? "", Last(child.Tail));
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

    /// <summary>The last line of what it said.</summary>
    private static string Last(string tail) =>
        tail.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last] ? $"; it said: {last}" : "";
}
