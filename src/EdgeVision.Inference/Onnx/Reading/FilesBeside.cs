using System.Globalization;
using EdgeVision.Native.Linux;
using Microsoft.Win32.SafeHandles;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>
/// Data files in the model's own folder. Only a plain file with one name is opened: a link could show any file of the
/// machine to whoever sees the model's outputs.
/// </summary>
/// <param name="folder">The model's folder.</param>
/// <param name="limit">Bytes that may be read altogether.</param>
internal sealed class FilesBeside(string folder, long limit) : IExternalData, IDisposable
{
    private readonly Dictionary<string, SafeFileHandle> _files = new(StringComparer.Ordinal);
    private long _left = limit;

    public ReadOnlyMemory<byte> Read(
        IReadOnlyList<KeyValuePair<string, string>> entries, long bytes, Func<string, OnnxRefusedException> refuse)
    {
        var (location, offset, length) = Place(entries, bytes, refuse);
        if (length != bytes)
        {
            throw refuse($"its shape wants {bytes} bytes and it names {length}");
        }

        _left -= bytes;
        if (_left < 0)
        {
            throw refuse("more bytes lie in other files than the limit allows");
        }

        var file = Open(location, refuse);
        var size = RandomAccess.GetLength(file);
        if (offset > size || bytes > size - offset)
        {
            throw refuse($"bytes {offset} to {offset}+{bytes} are not inside '{location}', which has {size}");
        }

        var data = new byte[bytes];
        for (var done = 0; done < data.Length;)
        {
            var read = RandomAccess.Read(file, data.AsSpan(done), offset + done);
            done += read > 0 ? read : throw refuse($"'{location}' became shorter");
        }

        return data;
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    private static (string Location, long Offset, long Length) Place(
        IReadOnlyList<KeyValuePair<string, string>> entries, long bytes, Func<string, OnnxRefusedException> refuse)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (location, offset, length) = ("", 0L, bytes);
        foreach (var (key, value) in entries)
        {
            if (!seen.Add(key))
            {
                throw refuse($"external_data has '{PlaceStep.Shown(key)}' twice");
            }

            switch (key)
            {
                case "location":
                    location = value;
                    break;
                case "offset":
                    offset = Number(key, value, refuse);
                    break;
                case "length":
                    length = Number(key, value, refuse);
                    break;
                case "checksum":
                    break;
                default:
                    throw refuse($"external_data has an unknown key '{PlaceStep.Shown(key)}'");
            }
        }

        return (location, offset, length);
    }

    private static long Number(string key, string value, Func<string, OnnxRefusedException> refuse) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw refuse($"its {key} '{PlaceStep.Shown(value)}' is no number");

    private SafeFileHandle Open(string location, Func<string, OnnxRefusedException> refuse)
    {
        if (location is "" or "." or ".." || location.AsSpan().IndexOfAny('/', '\\', '\0') >= 0)
        {
            throw refuse($"'{PlaceStep.Shown(location)}' is not the plain name of a file beside the model");
        }

        if (_files.TryGetValue(location, out var known))
        {
            return known;
        }

        var path = Path.Combine(folder, location);
        var before = FileIdentity.OfPath(path) ?? throw refuse($"'{location}' is not beside the model");
        if (!before.IsPlainFile || before.Names != 1)
        {
            throw refuse($"'{location}' is a link or no plain file");
        }

        var file = File.OpenHandle(path);
        _files.Add(location, file);

        // Exchanged between the look and the opening, it is another file now.
        return FileIdentity.OfHandle(file) == before ? file : throw refuse($"'{location}' was exchanged while it was opened");
    }
}
