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
            var known = names.Length == 0 ? "nothing is listed there" : $"there are {Words.Or(names)}";
            draft.Refuse($"{path}.detect.model", $"{Words.Quote(model)} is no name under models{Spelling.Suggest(model, names)}; {known}, write models: {{{(model == "default" ? "default" : Words.Quote(model).Trim('\''))}: MANIFEST}}");
        }
    }
}
