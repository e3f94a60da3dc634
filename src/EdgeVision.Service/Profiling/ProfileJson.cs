using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Roofline;

namespace EdgeVision.Service.Profiling;

/// <summary>`profile --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record ProfileJson(
    string Model, string Path, string Board, string Library, ProfileGraphJson Graph, IReadOnlyList<MachinePeak> Peaks, IReadOnlyList<ProfilePointJson> Points,
    IReadOnlyDictionary<string, string> Unusable, TableRegret? Regret, IReadOnlyList<string> Notes, DecisionJson Decision)
{
    /// <param name="outcome">What was found out.</param>
    /// <param name="facts">What is published of what the points ran on.</param>
    public static ProfileJson Of(ProfileOutcome outcome, PublishedFacts facts)
    {
        var (table, graph) = (outcome.Result.Table, outcome.Graph);
        return new ProfileJson(
            table.Head.Model, outcome.Result.Path, table.Head.Board, table.Head.Key.Library,
            new ProfileGraphJson(graph.Macs, graph.IntegerMacs, graph.Bytes, graph.WeightBytes, graph.Uncounted), table.Head.Peaks,
            [.. table.Points.Select(point => ProfilePointJson.Of(point, graph, table.Head.Peaks, facts.Of(point.Family, point.Point.Accelerator)))], table.Unusable, table.Head.Regret, outcome.Result.Notes,
            DecisionJson.Of(outcome.Decision));
    }
}
