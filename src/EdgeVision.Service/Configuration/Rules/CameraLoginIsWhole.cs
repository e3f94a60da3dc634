using EdgeVision.Capture.Sources;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>A camera's password stands in a file of its own, and its user name in the source.</summary>
internal sealed class CameraLoginIsWhole : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        foreach (var (path, camera) in draft.Cameras)
        {
            SecretFile.Check(draft, $"{path}.password_file", camera.PasswordFile);
            switch (camera.Source)
            {
                case NetworkSpec { Password.Length: > 0 }:
                    draft.Refuse($"{path}.source", "holds a password, which others could read here; put it into a file of its own, name that by password_file, and keep only the user name");
                    break;
                case NetworkSpec { User: "" } address when camera.PasswordFile is not null:
                    draft.Refuse($"{path}.password_file", $"has no user name that it belongs to; write the source as {address.Scheme}://USER@…");
                    break;
                case not NetworkSpec when camera.PasswordFile is not null:
                    draft.Refuse($"{path}.password_file", "stands beside a source that takes no password; delete the key");
                    break;
            }
        }
    }
}
