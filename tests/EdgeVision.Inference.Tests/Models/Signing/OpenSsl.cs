using System.Diagnostics;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Models.Signing;

/// <summary>The openssl program, which knows nothing of ours.</summary>
internal static class OpenSsl
{
    /// <returns>Exit code and all that it said.</returns>
    public static (int Code, string Said) Try(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Programs.Need("openssl", "apt-get install openssl"))
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + error.GetAwaiter().GetResult());
    }

    public static string Run(string folder, params string[] arguments)
    {
        var (code, said) = Try(folder, arguments);
        Assert.True(code == 0, $"openssl {string.Join(' ', arguments)}: {said}");
        return said;
    }

    /// <summary>NAME.pem and NAME.pub.pem, as docs/formats/model-signature.md makes them.</summary>
    public static void MakeKey(string folder, string name, string curve = "P-256")
    {
        Run(folder, "genpkey", "-algorithm", "EC", "-pkeyopt", $"ec_paramgen_curve:{curve}", "-out", $"{name}.pem");
        Run(folder, "pkey", "-in", $"{name}.pem", "-pubout", "-out", $"{name}.pub.pem");
    }
}
