using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

internal sealed class CameraModelIsListed : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        var names = draft.Config.Models.Keys.ToArray();
        foreach (var (path, camera) in draft.Cameras.Where(c => draft.IsSound("models") && !names.Contains(c.Camera.Detect.Model)))
        {
            var model = camera.Detect.Model;
            var listed = names.Length == 0
                ? "nothing is listed there, write models: {default: MANIFEST}"
                : $"listed are {string.Join(", ", names)}";
            draft.Refuse($"{path}.detect.model", $"{Words.Quote(model)} is no name under models{Spelling.Suggest(model, names)}; {listed}");
        }
    }
}
