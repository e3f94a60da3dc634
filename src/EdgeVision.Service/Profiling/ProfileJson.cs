using EdgeVision.Core.Operating;

namespace EdgeVision.Service.Profiling;

/// <summary>`profile --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record ProfileJson(
    string Model, string Path, string Board, string Library, ProfileGraphJson Graph, IReadOnlyList<MachinePeak> Peaks, IReadOnlyList<ProfilePointJson> Points,
    IReadOnlyDictionary<string, string> Unusable, TableRegret? Regret, IReadOnlyList<string> Notes, DecisionJson Decision)
{
    public static ProfileJson Of(ProfileOutcome outcome)
    {
        var (table, graph) = (outcome.Result.Table, outcome.Graph);
        return new ProfileJson(
            table.Head.Model, outcome.Result.Path, table.Head.Board, table.Head.Key.Library,
            new ProfileGraphJson(graph.Macs, graph.IntegerMacs, graph.Bytes, graph.WeightBytes, graph.Uncounted), table.Head.Peaks,
            [.. table.Points.Select(point => ProfilePointJson.Of(point, graph, table.Head.Peaks))], table.Unusable, table.Head.Regret, outcome.Result.Notes,
            DecisionJson.Of(outcome.Decision));
    }
}
