using System.Text.Json;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Workers.Contexts;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>What a worker is to load: the tail of <see cref="MessageKind.Load"/>.</summary>
public sealed record LoadOrder
{
    public required OrderedModel Model { get; init; }

    public required OrderedInput Input { get; init; }

    /// <summary>The outputs that will be read, in the decoder's order.</summary>
    public required IReadOnlyList<OutputNeed> Outputs { get; init; }

    public required OrderedMemory Memory { get; init; }

    /// <summary>The execution provider; "CPU" for ONNX Runtime's own kernels.</summary>
    public required string Provider { get; init; }

    public IReadOnlyDictionary<string, string> ProviderOptions { get; init; } = new Dictionary<string, string>();

    /// <summary>Session configuration entries.</summary>
    public IReadOnlyDictionary<string, string> ConfigEntries { get; init; } = new Dictionary<string, string>();

    /// <summary>Where what the provider compiles is kept; null to compile anew.</summary>
    public ContextPlan? Contexts { get; init; }

    /// <summary>Path of ONNX Runtime or its folder; null for the usual search.</summary>
    public string? RuntimeLibrary { get; init; }

    /// <summary>Path of a plug-in provider library, registered under the provider's name; null for a built-in provider.</summary>
    public string? ProviderLibrary { get; init; }

    public int Threads { get; init; } = 1;

    public bool Spinning { get; init; }

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, ProtocolJson.Default.LoadOrder);

    /// <exception cref="InvalidDataException">It is no order, or asks for what no worker gives.</exception>
    public static LoadOrder Parse(ReadOnlySpan<byte> utf8)
    {
        LoadOrder? order;
        try
        {
            order = JsonSerializer.Deserialize(utf8, ProtocolJson.Default.LoadOrder);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"the load order cannot be read: {error.Message}", error);
        }

        return order?.Problem() is null && order is not null
            ? order : throw new InvalidDataException($"the load order is refused: {order?.Problem() ?? "it is empty"}");
    }

    private string? Problem() =>
        Model is null || Input is null || Outputs is null || Memory?.Slots is null || Provider is null || ProviderOptions is null || ConfigEntries is null
            ? "a part is null"
        : Contexts is { } kept && (kept.Folder is null || kept.Options is null || kept.MostBytes < 0 || !Enum.IsDefined(kept.Form)) ? "a place for contexts that is none"
        : Threads is < 0 or > 256 ? $"{Threads} threads"
        : Input.Width is < 1 or > 65536 || Input.Height is < 1 or > 65536 ? $"an input of {Input.Width}x{Input.Height}"
        : Memory.Slots.Count is < 1 or > MessageHeader.MaxSlots ? $"{Memory.Slots.Count} slots"
        : Outputs.Count is < 1 or > 64 ? $"{Outputs.Count} outputs"
        : Outputs.Any(static one => one?.Name is null || one.Meaning is null || one.Shape is not { Count: <= 16 } || one.Shape.Any(static size => size < 0)) ? "an output that is none"
        : Memory.Slots.Any(slot => slot?.Outputs is null || slot.Outputs.Count != Outputs.Count) ? "a slot with too few or too many outputs"
        : null;
}
