using EdgeVision.Native.Linux;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Doctor.Settings;

/// <summary>Whether passwords and private keys can be read by the service and by nobody else. Their content is never shown.</summary>
/// <param name="plan">Names them.</param>
public sealed class SecretsCheck(DevicePlan plan) : ICheck
{
    public string Subject => "secrets";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var files = Files().ToArray();
        var good = files.Count(secret => Judge(findings, secret.Key, secret.Path));
        if (files.Length > 0 && good == files.Length)
        {
            findings.Ok(Subject, $"{files.Length} file{(files.Length == 1 ? "" : "s")}, readable by this user and not by everybody");
        }

        return Task.CompletedTask;
    }

    private IEnumerable<(string Key, string Path)> Files()
    {
        (string Key, string? Path)[] all =
        [
            ("mqtt.password_file", plan.Mqtt.PasswordFile),
            ("mqtt.tls.key", plan.Mqtt.Tls?.Key),
            .. plan.Cameras.Select(camera => ($"password_file of camera {camera.Lane.CameraId}", camera.PasswordFile)),
        ];
        return all.Where(secret => secret.Path is not null).Select(secret => (secret.Key, secret.Path!)).DistinctBy(secret => secret.Item2);
    }

    private bool Judge(FindingList findings, string key, string path)
    {
        try
        {
            using (File.OpenRead(path))
            {
                // Whether it opens is all that matters.
            }

            if (FileOwnership.OfPath(path) is not { } ownership || !ownership.Mode.HasFlag(UnixFileMode.OtherRead))
            {
                return true;
            }

            findings.Warn(Subject, $"{path} ({key}) can be read by every user of this machine", $"chmod o-rwx {path}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Fail(Subject, $"{path} ({key}) cannot be read by {Environment.UserName}", $"sudo chown {Environment.UserName} {path} && sudo chmod 600 {path}");
        }

        return false;
    }
}
