using System.Runtime.InteropServices;

namespace EdgeVision.Native.TurboJpeg;

/// <summary>One compressor or decompressor of the library, and the last error it had.</summary>
internal sealed class TurboJpegHandle : SafeHandle
{
    private TurboJpegHandle(nint value)
        : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(value);

    public override bool IsInvalid => handle == 0;

    internal nint Value
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return handle;
        }
    }

    internal static unsafe TurboJpegHandle ForCompressing() =>
        Check(TurboJpegLibrary.Functions.tjInitCompress(), nameof(Libturbojpeg.tjInitCompress));

    internal static unsafe TurboJpegHandle ForDecompressing() =>
        Check(TurboJpegLibrary.Functions.tjInitDecompress(), nameof(Libturbojpeg.tjInitDecompress));

    internal unsafe string Words() =>
        Marshal.PtrToStringUTF8((nint)TurboJpegLibrary.Functions.tjGetErrorStr2(handle)) ?? "no reason given";

    /// <summary>True when the last error left a usable picture.</summary>
    internal unsafe bool WasWarning() => TurboJpegLibrary.Functions.tjGetErrorCode(handle) == Libturbojpeg.TJERR_WARNING;

    protected override unsafe bool ReleaseHandle() => TurboJpegLibrary.Functions.tjDestroy(handle) == 0;

    private static unsafe TurboJpegHandle Check(nint value, string function) => value != 0
        ? new TurboJpegHandle(value)
        : throw new TurboJpegException(function, Marshal.PtrToStringUTF8((nint)TurboJpegLibrary.Functions.tjGetErrorStr2(0)) ?? "out of memory");
}
