using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

internal sealed class CameraIdsDiffer : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        foreach (var same in draft.Cameras.GroupBy(c => c.Camera.Id, StringComparer.Ordinal))
        {
            foreach (var (path, camera) in same.Skip(1))
            {
                draft.Refuse($"{path}.id", $"{Words.Quote(camera.Id)} is also the id of {same.First().Path} ({draft.PlaceOf($"{same.First().Path}.id")}); give each camera its own");
            }
        }
    }
}
