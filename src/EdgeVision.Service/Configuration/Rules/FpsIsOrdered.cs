using System.Globalization;

namespace EdgeVision.Service.Configuration.Rules;

internal sealed class FpsIsOrdered : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        foreach (var (path, camera) in draft.Cameras)
        {
            var fps = camera.Detect.Fps;
            if (fps.Max < fps.Min)
            {
                var place = draft.IsWritten($"{path}.detect.fps.min") ? "min" : "max";
                draft.Refuse($"{path}.detect.fps.{place}", string.Create(CultureInfo.InvariantCulture, $"min {fps.Min} is above max {fps.Max}; write min at most as large as max"));
            }
        }
    }
}
