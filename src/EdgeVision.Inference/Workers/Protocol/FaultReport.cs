using System.Text.Json;
using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>A worker's fault: the tail of <see cref="MessageKind.Fault"/>. What it cannot know, the parent adds.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="Stage">Where on the way.</param>
/// <param name="What">What happened, one line.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Words">The library's own words.</param>
/// <param name="Node">The graph's node, where known.</param>
/// <param name="Operator">Its operator, where known.</param>
/// <param name="LibraryCode">The library's code.</param>
public sealed record FaultReport(
    FaultCode Code, FaultStage Stage, string What, string Remedy = "", string Words = "", string? Node = null, string? Operator = null,
    string? LibraryCode = null)
{
    private const int MaxLine = 1000;
    private const int MaxWords = 4000;

    /// <summary>Never longer than a tail may be.</summary>
    public byte[] ToUtf8()
    {
        // JSON writes one character with at most six bytes.
        var bounded = this with
        {
            What = Cut(What, MaxLine), Remedy = Cut(Remedy, MaxLine), Words = Cut(Words, MaxWords), Node = Cut(Node, MaxLine),
            Operator = Cut(Operator, MaxLine), LibraryCode = Cut(LibraryCode, MaxLine),
        };
        return JsonSerializer.SerializeToUtf8Bytes(bounded, ProtocolJson.Default.FaultReport);
    }

    /// <summary>Null when it is no report.</summary>
    public static FaultReport? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, ProtocolJson.Default.FaultReport) is { What: not null, Remedy: not null, Words: not null } report
                && Enum.IsDefined(report.Code) && Enum.IsDefined(report.Stage) ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text, int most) => text?.Length > most ? text[..(most - 1)] + "…" : text;
}
