using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Verbs;

/// <summary>`eval --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record EvalJson(
    double Ap, double Ap50, double Ap75, double ApSmall, double ApMedium, double ApLarge,
    double Ar1, double Ar10, double Ar100, int Images, IReadOnlyDictionary<string, double> PerClass,
    IReadOnlyDictionary<string, double> PerClassAp50)
{
    public static EvalJson From(CocoMetrics metrics) => new(
        metrics.Ap, metrics.Ap50, metrics.Ap75, metrics.ApSmall, metrics.ApMedium, metrics.ApLarge,
        metrics.Ar1, metrics.Ar10, metrics.Ar100, metrics.Images, metrics.PerClass, metrics.PerClassAp50);
}
