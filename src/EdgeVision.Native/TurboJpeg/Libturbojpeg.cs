using System.Runtime.InteropServices;

namespace EdgeVision.Native.TurboJpeg;

/// <summary>The functions of turbojpeg.h in use, under their own names and with their parameters in order.</summary>
internal sealed unsafe class Libturbojpeg(LoadedLibrary library)
{
    internal const int TJSAMP_420 = 2;
    internal const int TJFLAG_NOREALLOC = 1024;
    internal const int TJFLAG_LIMITSCANS = 32768;
    internal const int TJERR_WARNING = 0;

    internal static readonly string[] Names =
    [
        nameof(tjInitCompress), nameof(tjInitDecompress), nameof(tjDestroy), nameof(tjBufSize), nameof(tjCompress2),
        nameof(tjCompressFromYUVPlanes), nameof(tjDecompressHeader3), nameof(tjDecompress2), nameof(tjGetErrorStr2),
        nameof(tjGetErrorCode),
    ];

    internal readonly delegate* unmanaged[Cdecl]<nint> tjInitCompress =
        (delegate* unmanaged[Cdecl]<nint>)Export(library, nameof(tjInitCompress));

    internal readonly delegate* unmanaged[Cdecl]<nint> tjInitDecompress =
        (delegate* unmanaged[Cdecl]<nint>)Export(library, nameof(tjInitDecompress));

    internal readonly delegate* unmanaged[Cdecl]<nint, int> tjDestroy =
        (delegate* unmanaged[Cdecl]<nint, int>)Export(library, nameof(tjDestroy));

    internal readonly delegate* unmanaged[Cdecl]<int, int, int, CULong> tjBufSize =
        (delegate* unmanaged[Cdecl]<int, int, int, CULong>)Export(library, nameof(tjBufSize));

    internal readonly delegate* unmanaged[Cdecl]<nint, byte*, int, int, int, int, byte**, CULong*, int, int, int, int> tjCompress2 =
        (delegate* unmanaged[Cdecl]<nint, byte*, int, int, int, int, byte**, CULong*, int, int, int, int>)Export(library, nameof(tjCompress2));

    internal readonly delegate* unmanaged[Cdecl]<nint, byte**, int, int*, int, int, byte**, CULong*, int, int, int> tjCompressFromYUVPlanes =
        (delegate* unmanaged[Cdecl]<nint, byte**, int, int*, int, int, byte**, CULong*, int, int, int>)Export(library, nameof(tjCompressFromYUVPlanes));

    internal readonly delegate* unmanaged[Cdecl]<nint, byte*, CULong, int*, int*, int*, int*, int> tjDecompressHeader3 =
        (delegate* unmanaged[Cdecl]<nint, byte*, CULong, int*, int*, int*, int*, int>)Export(library, nameof(tjDecompressHeader3));

    internal readonly delegate* unmanaged[Cdecl]<nint, byte*, CULong, byte*, int, int, int, int, int, int> tjDecompress2 =
        (delegate* unmanaged[Cdecl]<nint, byte*, CULong, byte*, int, int, int, int, int, int>)Export(library, nameof(tjDecompress2));

    internal readonly delegate* unmanaged[Cdecl]<nint, byte*> tjGetErrorStr2 =
        (delegate* unmanaged[Cdecl]<nint, byte*>)Export(library, nameof(tjGetErrorStr2));

    internal readonly delegate* unmanaged[Cdecl]<nint, int> tjGetErrorCode =
        (delegate* unmanaged[Cdecl]<nint, int>)Export(library, nameof(tjGetErrorCode));

    private static nint Export(LoadedLibrary library, string name) => library.TryGetExport(name, out var address)
        ? address
        : throw new EntryPointNotFoundException($"{library.Path} has no {name}");
}
