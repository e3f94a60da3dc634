using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary>
/// The library calls these. Each catches everything: an exception that unwinds into native code ends the process.
/// </summary>
internal static unsafe class MosquittoCallbacks
{
    private const int LogWarning = 4;
    private const int LogError = 8;

    internal static void Register(MosquittoHandle handle)
    {
        Libmosquitto.mosquitto_connect_v5_callback_set(handle, &OnConnect);
        Libmosquitto.mosquitto_disconnect_v5_callback_set(handle, &OnDisconnect);
        Libmosquitto.mosquitto_publish_v5_callback_set(handle, &OnPublish);
        Libmosquitto.mosquitto_subscribe_v5_callback_set(handle, &OnSubscribe);
        Libmosquitto.mosquitto_message_v5_callback_set(handle, &OnMessage);
        Libmosquitto.mosquitto_log_callback_set(handle, &OnLog);
    }

    /// <summary>Asked for the password of an encrypted key. Without it OpenSSL would ask on the terminal and hang.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static int NoKeyPassword(byte* buffer, int size, int rwflag, nint userdata) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnConnect(nint mosq, nint obj, int reasonCode, int flags, nint properties)
    {
        var inbox = InboxOf(obj);
        try
        {
            if (reasonCode == 0)
            {
                inbox.Add(new(MosquittoEventKind.Accepted, Limits: PropertyList.ReadLimits(properties)));
                return;
            }

            var words = MosquittoLibrary.ReasonWords(reasonCode);
            var more = PropertyList.ReadString(properties, PropertyId.ReasonString);
            inbox.Add(new(
                MosquittoEventKind.Refused, ReasonCode: reasonCode, Text: more is null ? words : $"{words}: {more}"));
        }
        catch (Exception bug)
        {
            inbox.Bug = bug;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnDisconnect(nint mosq, nint obj, int reasonCode, nint properties)
    {
        var inbox = InboxOf(obj);
        try
        {
            // From 128 on it is the broker's own word; below, a status that Step returns as well.
            // The library may call twice.
            inbox.DisconnectReason = reasonCode >= 128 ? reasonCode : inbox.DisconnectReason;
        }
        catch (Exception bug)
        {
            inbox.Bug = bug;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnPublish(nint mosq, nint obj, int messageId, int reasonCode, nint properties)
    {
        var inbox = InboxOf(obj);
        try
        {
            inbox.Add(new(MosquittoEventKind.Published, messageId, reasonCode));
        }
        catch (Exception bug)
        {
            inbox.Bug = bug;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnSubscribe(nint mosq, nint obj, int messageId, int count, int* granted, nint properties)
    {
        var inbox = InboxOf(obj);
        try
        {
            inbox.Add(new(MosquittoEventKind.Subscribed, messageId, count > 0 ? granted[0] : 0));
        }
        catch (Exception bug)
        {
            inbox.Bug = bug;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMessage(nint mosq, nint obj, NativeMessage* message, nint properties)
    {
        var inbox = InboxOf(obj);
        try
        {
            var payload = new ReadOnlySpan<byte>(message->Payload, message->PayloadLength).ToArray();
            var plain = new MosquittoMessage(
                MosquittoLibrary.Text((nint)message->Topic), payload, message->Qos, message->Retain != 0);
            inbox.Add(new(MosquittoEventKind.Received, Message: PropertyList.ReadInto(plain, properties)));
        }
        catch (Exception bug)
        {
            inbox.Bug = bug;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnLog(nint mosq, nint obj, int level, byte* text)
    {
        var inbox = InboxOf(obj);
        try
        {
            if ((level & (LogWarning | LogError)) != 0)
            {
                inbox.AddErrorLine(MosquittoLibrary.Text((nint)text));
            }
        }
        catch (Exception bug)
        {
            inbox.Bug = bug;
        }
    }

    private static MosquittoInbox InboxOf(nint obj) => (MosquittoInbox)GCHandle.FromIntPtr(obj).Target!;
}
