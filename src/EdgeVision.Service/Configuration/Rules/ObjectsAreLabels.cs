using System.Globalization;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>Objects are asked for by the model's own label names, whatever their case.</summary>
internal sealed class ObjectsAreLabels : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        foreach (var (path, camera) in draft.Cameras)
        {
            if (draft.ModelOf(camera) is not { } model)
            {
                continue;
            }

            for (var i = 0; i < camera.Detect.Objects.Count; i++)
            {
                var name = camera.Detect.Objects[i];
                if (!model.Labels.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    draft.Refuse(
                        string.Create(CultureInfo.InvariantCulture, $"{path}.detect.objects[{i}]"),
                        $"{Words.Quote(name)} is no label of model {Words.Quote(model.Name)}{Spelling.Suggest(name, model.Labels)}{Some(model.Labels)}");
                }
            }
        }
    }

    private static string Some(IReadOnlyList<string> labels)
        => $"; its labels are {string.Join(", ", labels.Take(10))}{(labels.Count > 10 ? string.Create(CultureInfo.InvariantCulture, $" and {labels.Count - 10} more") : "")}";
}
