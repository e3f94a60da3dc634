using System.Text.Json.Serialization;

namespace EdgeVision.Service.Verbs;

/// <summary>One entry of `models list --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record ModelJson(
    string Name, string? Path, [property: JsonPropertyName("default")] bool IsDefault, string Licence, string Input, string Precision, string Sha256);
