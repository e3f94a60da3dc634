using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>Whether the service's user may use cameras, graphics, buses and accelerators; the fix names the group.</summary>
/// <param name="root">Where the devices are.</param>
/// <param name="needed">Full paths of devices that the device file names: without these a camera does not work.</param>
public sealed class DeviceAccessCheck(SystemTree root, IReadOnlyCollection<string> needed) : ICheck
{
    private static readonly (string Folder, string Pattern, string Use, string Group)[] Kinds =
    [
        ("dev", "video*", "cameras and video decoders", "video"),
        ("dev", "media*", "camera sensors", "video"),
        ("dev/dri", "renderD*", "graphics processors", "render"),
        ("dev", "vchiq", "a Raspberry Pi's camera stack", "video"),
        ("dev", "vcio", "a Raspberry Pi's firmware: throttling and voltage", "video"),
        ("dev", "i2c-*", "power sensors", "i2c"),
        ("dev", "gpiochip*", "switches and lamps", "gpio"),
        ("dev", "apex_*", "Coral accelerators", "apex"),
        ("dev", "hailo*", "Hailo accelerators", "plugdev"),
    ];

    public string Subject => "permissions";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var account = Account.Current(root);
        findings.Ok("user", account.User == 0
            ? $"{account.Name}, who may use everything; the service's user may not: look again as that one, sudo -u USER edgevision doctor"
            : $"{account.Name}, in the groups {string.Join(", ", account.Groups.Distinct().Select(group => Account.GroupName(root, group)))}");
        var usable = new List<string>();
        foreach (var kind in Kinds)
        {
            var (good, bad) = Sort(root.Matches(kind.Folder, kind.Pattern), account);
            usable.AddRange(good);
            if (bad.Count > 0)
            {
                Refused(findings, kind, bad, account);
            }
        }

        if (usable.Count > 0)
        {
            findings.Ok(Subject, $"{account.Name} may use {string.Join(", ", usable.Select(path => "/" + path))}");
        }

        return Task.CompletedTask;
    }

    private (List<string> Good, List<string> Bad) Sort(IReadOnlyList<string> devices, Account account)
    {
        var good = new List<string>();
        var bad = new List<string>();
        foreach (var device in devices)
        {
            if (root.OwnershipOf(device) is { } ownership)
            {
                (ownership.MayReadAndWrite(account.User, account.Groups) ? good : bad).Add(device);
            }
        }

        return (good, bad);
    }

    private void Refused(FindingList findings, (string Folder, string Pattern, string Use, string Group) kind, List<string> devices, Account account)
    {
        var words = $"{account.Name} may not use {string.Join(", ", devices.Select(path => "/" + path))} ({kind.Use})";
        var state = devices.Any(device => needed.Contains("/" + device)) ? CheckState.Fail : CheckState.Warn;
        findings.Add(new Finding(state, Subject, words, Fix(kind, devices[0], account)));
    }

    private string Fix((string Folder, string Pattern, string Use, string Group) kind, string device, Account account)
    {
        var ownership = root.OwnershipOf(device)!.Value;
        if (ownership.Group == 0 || !ownership.Mode.HasFlag(UnixFileMode.GroupRead | UnixFileMode.GroupWrite))
        {
            // Joining root's group would open far more than the device.
            return $"echo 'KERNEL==\"{kind.Pattern}\", GROUP=\"{kind.Group}\", MODE=\"0660\"' | sudo tee /etc/udev/rules.d/60-edgevision.rules && sudo udevadm control --reload && sudo udevadm trigger; then: sudo usermod -aG {kind.Group} {account.Name}";
        }

        var group = Account.GroupName(root, ownership.Group);
        return $"sudo usermod -aG {group} {account.Name}, then log in again; for a systemd unit: SupplementaryGroups={group}";
    }
}
