using System.Text.Json.Serialization;
using EdgeVision.Inference.Accelerators.Probing;

namespace EdgeVision.Service.Devices;

/// <summary>What the probing child answers, one line of JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProbeReport))]
[JsonSerializable(typeof(PluginListing))]
[JsonSerializable(typeof(LoadedRuntime))]
internal sealed partial class ProbeJson : JsonSerializerContext;
