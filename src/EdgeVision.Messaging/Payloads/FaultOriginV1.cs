using EdgeVision.Core.Faults;

namespace EdgeVision.Messaging.Payloads;

/// <summary>What pinpoints an accelerator's fault.</summary>
/// <param name="Accelerator">Its name in the configuration.</param>
/// <param name="Provider">The execution provider.</param>
/// <param name="ModelSha256">Of the model file, lower-case hex; null when it is about no model.</param>
/// <param name="Stage">find, load, compile, copy_in, run, copy_out or decode.</param>
/// <param name="Node">The graph's node; null when it is not known.</param>
/// <param name="Operator">That node's operator; null when it is not known.</param>
/// <param name="LibraryCode">The library's own code; null when it gave none.</param>
/// <param name="Action">What the service did about it; null when nothing.</param>
/// <param name="CostMs">How long no detection came because of it, in ms; null when it is not known.</param>
public sealed record FaultOriginV1(
    string Accelerator, string Provider, string? ModelSha256, string Stage, string? Node, string? Operator, string? LibraryCode, string? Action,
    double? CostMs)
{
    internal static FaultOriginV1 Of(FaultOrigin origin) => new(
        origin.Accelerator, origin.Provider, SnakeCase.NullIfEmpty(origin.ModelSha256), SnakeCase.Of(origin.Stage),
        SnakeCase.NullIfEmpty(origin.Node), SnakeCase.NullIfEmpty(origin.Operator), SnakeCase.NullIfEmpty(origin.LibraryCode),
        SnakeCase.NullIfEmpty(origin.Action), origin.Cost is { } cost ? Math.Round(cost.TotalMilliseconds, 3) : null);
}
