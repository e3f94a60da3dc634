using System.Text.Json;
using EdgeVision.Inference.Accelerators.Placement;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>What a worker tells of the model that it has loaded: the tail of <see cref="MessageKind.Loaded"/>.</summary>
/// <param name="Placement">What of the model its provider runs; null for the processor's own, and where the library cannot tell.</param>
public sealed record LoadedReport(PlacementSummary? Placement)
{
    private const int MaxWords = 4000;

    /// <summary>Never longer than a tail may be.</summary>
    public byte[] ToUtf8()
    {
        var bounded = Placement is { Left.Length: > MaxWords } wordy ? new LoadedReport(wordy with { Left = wordy.Left[..MaxWords] + "…" }) : this;
        return JsonSerializer.SerializeToUtf8Bytes(bounded, ProtocolJson.Default.LoadedReport);
    }

    /// <summary>Null when it is no report.</summary>
    public static LoadedReport? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, ProtocolJson.Default.LoadedReport) is { Placement: null or { Left: not null } } report ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
