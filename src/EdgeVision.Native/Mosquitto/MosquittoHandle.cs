using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary>Owns one <c>struct mosquitto</c> and the handle through which its callbacks find their inbox.</summary>
internal sealed class MosquittoHandle : SafeHandle
{
    private GCHandle _inbox;

    public MosquittoHandle()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    /// <exception cref="MosquittoException">The client id is not valid UTF-8, or memory is short.</exception>
    internal static MosquittoHandle Create(string clientId, MosquittoInbox inbox)
    {
        var created = new MosquittoHandle { _inbox = GCHandle.Alloc(inbox) };
        created.SetHandle(Libmosquitto.mosquitto_new(clientId, clean_session: true, GCHandle.ToIntPtr(created._inbox)));
        if (created.IsInvalid)
        {
            // A SafeHandle that never became valid is not released by itself.
            created._inbox.Free();
            created.SetHandleAsInvalid();
            throw new MosquittoException(MosquittoStatus.Invalid, $"client id '{clientId}' is not accepted by libmosquitto");
        }

        return created;
    }

    protected override bool ReleaseHandle()
    {
        Libmosquitto.mosquitto_destroy(handle);
        _inbox.Free();
        return true;
    }
}
