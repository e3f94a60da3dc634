using System.Text;
using System.Text.RegularExpressions;

namespace EdgeVision.Service.Tests.Configuration;

/// <summary>A folder that stands for /etc/edgevision while a test runs.</summary>
internal sealed partial class SecretFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("edgevision-config-").FullName;

    /// <summary>Writes one file and gives its path.</summary>
    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>The text with every /etc/edgevision file in this folder instead, all written.</summary>
    public byte[] Fill(string yaml)
    {
        foreach (Match file in Secret().Matches(yaml))
        {
            Write(file.Groups[1].Value, "secret\n");
        }

        return Encoding.UTF8.GetBytes(yaml.Replace("/etc/edgevision/", Path + "/", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    [GeneratedRegex("/etc/edgevision/([a-z.]+)")]
    private static partial Regex Secret();
}
