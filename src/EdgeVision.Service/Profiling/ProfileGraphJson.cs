namespace EdgeVision.Service.Profiling;

/// <summary>What the model asks of a machine.</summary>
internal sealed record ProfileGraphJson(long Macs, long IntegerMacs, long Bytes, long WeightBytes, IReadOnlyDictionary<string, int> Uncounted);
