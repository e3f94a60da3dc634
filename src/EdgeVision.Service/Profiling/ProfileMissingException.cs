using EdgeVision.Inference.Profiling.Tables;

namespace EdgeVision.Service.Profiling;

/// <summary>A model has no operating table that holds here.</summary>
internal sealed class ProfileMissingException(string model, FoundTable found) : Exception(
    $"{model} has no operating table for this machine and library"
    + $"{string.Concat(found.Refusals.Select(static refusal => $"; {refusal}"))}; measure one: edgevision profile --model {model}");
