using System.Net;
using System.Net.Http.Headers;
using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Models;

/// <summary>
/// Fetches model files from where their manifests say. A cut download goes on where it ended, now or at the next call;
/// only a file with the manifest's hash ever gets its name.
/// </summary>
/// <param name="client">Follows redirects.</param>
/// <param name="folder">Where the files are put.</param>
/// <param name="time">Paces the retries.</param>
public sealed class ModelPull(HttpClient client, string folder, TimeProvider time)
{
    private const int Attempts = 5;

    private const int ChunkBytes = 64 * 1024;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>Time between two attempts.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Where a file lies until it is whole.</summary>
    internal static string PartOf(string path) => path + ".part";

    /// <returns>Path of the verified file; at once when it is there already.</returns>
    /// <exception cref="FaultException">
    /// ModelMissing: no source, or it does not give the file. ModelMismatch: it gives another file, which is deleted.
    /// </exception>
    public async Task<string> PullAsync(ModelManifest manifest, IProgress<PullProgress>? progress = null, CancellationToken cancel = default)
    {
        var target = Path.Combine(folder, manifest.File);
        if (IsThere(manifest, target))
        {
            progress?.Report(new PullProgress(manifest.Size, manifest.Size));
            return target;
        }

        var source = new Uri(manifest.Source ?? throw new FaultException(new Fault(
            FaultCode.ModelMissing, $"model {manifest.Name}", "its manifest knows no place to fetch it from",
            $"put {manifest.File} (SHA-256 {manifest.Sha256}) into {folder}")));
        Directory.CreateDirectory(folder);
        await using var part = OpenPart(manifest, PartOf(target));
        try
        {
            await FillAsync(manifest, source, part, progress, cancel);
            Accept(manifest, source, part, target);
            return target;
        }
        finally
        {
            if (part is { CanSeek: true, Length: 0 })
            {
                File.Delete(part.Name);
            }
        }
    }

    private static bool IsThere(ModelManifest manifest, string path) =>
        File.Exists(path) && ModelVerification.Check(manifest, path, ModelVerification.ReadBytes(path, manifest.Size)) is null;

    /// <summary>Nobody else may write it meanwhile.</summary>
    private static FileStream OpenPart(ModelManifest manifest, string path)
    {
        try
        {
            // Without a buffer: what could not be written is told by the write, not by a later close.
            var part = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            if (part.Length > manifest.Size)
            {
                part.SetLength(0);
            }

            part.Seek(0, SeekOrigin.End);
            return part;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(
                new Fault(FaultCode.ModelMissing, $"model {manifest.Name}", $"cannot write {path}: {exception.Message}", "is another pull running?"), exception);
        }
    }

    private async Task FillAsync(ModelManifest manifest, Uri source, FileStream part, IProgress<PullProgress>? progress, CancellationToken cancel)
    {
        for (var attempt = 1; part.Length < manifest.Size; attempt++)
        {
            try
            {
                await FetchRestAsync(manifest, source, part, progress, cancel);
            }
            catch (Exception exception) when (IsPassing(exception, cancel))
            {
                if (attempt == Attempts)
                {
                    throw new FaultException(
                        new Fault(
                            FaultCode.ModelMissing, $"model {manifest.Name}", $"{source} broke off {Attempts} times, last: {exception.Message}",
                            $"{part.Length} of {manifest.Size} bytes are kept; run the command again to go on"),
                        exception);
                }

                await Task.Delay(RetryPause, time, cancel);
            }
        }
    }

    private static bool IsPassing(Exception exception, CancellationToken cancel) =>
        exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancel.IsCancellationRequested);

    private async Task FetchRestAsync(ModelManifest manifest, Uri source, FileStream part, IProgress<PullProgress>? progress, CancellationToken cancel)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        silence.CancelAfter(Silence);
        using var request = new HttpRequestMessage(HttpMethod.Get, source);
        if (part.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        Begin(manifest, source, part, response);
        await using var body = await response.Content.ReadAsStreamAsync(silence.Token);
        var chunk = new byte[ChunkBytes];
        int length;
        while ((length = await body.ReadAsync(chunk, silence.Token)) > 0)
        {
            if (part.Length + length > manifest.Size)
            {
                part.SetLength(0);
                throw Wrong(manifest, source, $"sends more than the {manifest.Size} bytes of the manifest");
            }

            await WriteAsync(manifest, part, chunk.AsMemory(0, length), cancel);
            silence.CancelAfter(Silence);
            progress?.Report(new PullProgress(part.Length, manifest.Size));
        }

        if (part.Length < manifest.Size)
        {
            throw new IOException($"it ended after {part.Length} of {manifest.Size} bytes");
        }
    }

    /// <summary>A full disk is no passing trouble of the network.</summary>
    private static async Task WriteAsync(ModelManifest manifest, FileStream part, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await part.WriteAsync(bytes, cancel);
        }
        catch (IOException failure)
        {
            throw new FaultException(
                new Fault(
                    FaultCode.ModelMissing, $"model {manifest.Name}", $"cannot write {part.Name}: {failure.Message}",
                    $"free {manifest.Size} bytes on that disk and run the command again; what was written is kept"),
                failure);
        }
    }

    /// <summary>Looks at the answer and sets the part file to where its body begins.</summary>
    private static void Begin(ModelManifest manifest, Uri source, FileStream part, HttpResponseMessage response)
    {
        // Before a byte of it is written: a page in place of the file costs nothing of what an earlier try left.
        var whole = response.Content.Headers.ContentRange?.Length ?? (response.StatusCode == HttpStatusCode.OK ? response.Content.Headers.ContentLength : null);
        if (response.IsSuccessStatusCode && whole is { } bytes && bytes != manifest.Size)
        {
            throw Wrong(manifest, source, $"gives {bytes} bytes, the manifest says {manifest.Size}");
        }

        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when response.Content.Headers.ContentRange?.From == part.Length:
                return;
            case HttpStatusCode.OK when part.Length > 0:
                part.SetLength(0);
                return;
            case HttpStatusCode.OK:
                return;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                part.SetLength(0);
                throw new IOException("it does not go on where the last try ended");
            case >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests:
                throw new IOException($"it answers {(int)response.StatusCode} {response.ReasonPhrase}");
            default:
                throw new FaultException(new Fault(
                    FaultCode.ModelMissing, $"model {manifest.Name}", $"{source} answers {(int)response.StatusCode} {response.ReasonPhrase}",
                    "check the network, or the source in the manifest"));
        }
    }

    private static void Accept(ModelManifest manifest, Uri source, FileStream part, string target)
    {
        var bytes = new byte[part.Length];
        part.Seek(0, SeekOrigin.Begin);
        part.ReadExactly(bytes);
        if (ModelVerification.Check(manifest, part.Name, bytes) is not null)
        {
            part.SetLength(0);
            throw Wrong(manifest, source, $"gives a file with SHA-256 {ModelVerification.Hash(bytes)}, the manifest says {manifest.Sha256}");
        }

        // On disk before it gets its name: after a power cut the name stands for the whole file or for none.
        part.Flush(flushToDisk: true);
        File.Move(part.Name, target, overwrite: true);
    }

    private static FaultException Wrong(ModelManifest manifest, Uri source, string what) => new(new Fault(
        FaultCode.ModelMismatch, $"model {manifest.Name}", $"{source} {what}", "nothing of it was kept; do not use this source, or update the manifest"));
}
