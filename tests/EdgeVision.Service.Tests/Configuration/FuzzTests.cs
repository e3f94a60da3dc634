using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Service.Tests.Configuration;

public class FuzzTests
{
    private static readonly string[] Snippets =
    [
        "[", "]", "{", "}", "- ", "? ", ": ", "&a ", "*a ", "!!str ", "|\n", "\"", "'", "#", "---\n", "\t", "\r\n", "\0", "<<: ", "@", "~", "\n", "  ",
        "id: ", "source: ", "rtsp://", "rtsp://[", "://", "synthetic:", "a@b:c@", "%", "\\", "../", "/dev/zero", "/proc/self/mem", "0", "-1", "1e999", "99999999999999999999", "ms", "😀", "\u202e",
    ];

    [Fact]
    public void RandomBytesNeverCrashTheLoader()
        => Prop.ForAll<byte[]>(bytes => Survives(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(300));

    [Fact]
    public void DamagedDeviceFilesNeverCrashTheLoader()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Survives(Encoding.UTF8.GetBytes(Damage(seed, FullDevice.Yaml))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Fact]
    public void VariablesOfAnyNameAndValueNeverCrashTheLoader()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Survives(Encoding.UTF8.GetBytes(FullDevice.Yaml), (Name(seed), Damage(seed, "[{id: a, source: 'synthetic:street'}]"))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static bool Survives(byte[] yaml, params (string, string)[] environment)
    {
        var result = Device.Load(yaml, "/nowhere", environment);
        return result.IsValid != result.Errors.Any && result.Errors.ToString().Length < 200_000;
    }

    private static string Name(int seed)
    {
        string[] parts = ["CAMERAS", "0", "1", "7", "SOURCE", "MQTT", "PORT", "DEVICE", "ID", "", "MODELS", "DEFAULT", "x-y", "99999999999", "COMMAND"];
        var random = new System.Random(seed);
        return "EDGEVISION__" + string.Join("__", Enumerable.Range(0, random.Next(1, 6)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static string Damage(int seed, string good)
    {
        var random = new System.Random(seed);
        var text = new StringBuilder(good);
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text.Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 60), text.Length - at)));
                    break;
            }
        }

        return text.Append(' ').ToString();
    }
}
