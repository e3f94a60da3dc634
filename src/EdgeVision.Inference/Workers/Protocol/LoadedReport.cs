using System.Text.Json;
using EdgeVision.Inference.Accelerators.Placement;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>What a worker tells of the model that it has loaded: the tail of <see cref="MessageKind.Loaded"/>.</summary>
/// <param name="Placement">What of the model its provider runs; null for the processor's own, and where the library cannot tell.</param>
public sealed record LoadedReport(PlacementSummary? Placement)
{
    private const int MaxWords = 4000;
    private const int MaxNotes = 4;
    private const int MaxNote = 600;

    /// <summary>Where the provider's program came from.</summary>
    public LoadWay Way { get; init; }

    /// <summary>What went otherwise than wished on the way, a line each; for the log.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Never longer than a tail may be.</summary>
    public byte[] ToUtf8()
    {
        var bounded = this with
        {
            Placement = Placement is null ? null : Placement with { Left = Cut(Placement.Left, MaxWords) },
            Notes = [.. Notes.Take(MaxNotes).Select(static note => Cut(note, MaxNote))],
        };
        return JsonSerializer.SerializeToUtf8Bytes(bounded, ProtocolJson.Default.LoadedReport);
    }

    /// <summary>Null when it is no report.</summary>
    public static LoadedReport? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, ProtocolJson.Default.LoadedReport) is { Placement: null or { Left: not null }, Notes: not null } report
                && Enum.IsDefined(report.Way) && report.Notes.All(static note => note is not null) ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Cut(string text, int most) => text.Length > most ? text[..most] + "…" : text;
}
