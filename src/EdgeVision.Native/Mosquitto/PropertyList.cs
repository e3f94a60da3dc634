using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary>A native list of MQTT 5 properties, built from a message and freed here unless given away.</summary>
internal ref struct PropertyList
{
    private nint _list;

    internal readonly nint Pointer => _list;

    /// <exception cref="MosquittoException">A text is not valid UTF-8 or too long.</exception>
    internal static PropertyList Of(MosquittoMessage message)
    {
        var made = default(PropertyList);
        try
        {
            made.Add(message);
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>The library took the list over.</summary>
    internal nint GiveAway()
    {
        var list = _list;
        _list = 0;
        return list;
    }

    internal void Dispose()
    {
        if (_list != 0)
        {
            Libmosquitto.mosquitto_property_free_all(ref _list);
        }
    }

    /// <summary>Reads what a sender set, from a list that stays the library's.</summary>
    internal static unsafe MosquittoMessage ReadInto(MosquittoMessage message, nint list)
    {
        if (list == 0)
        {
            return message;
        }

        byte format;
        uint seconds;
        var hasFormat = Libmosquitto.mosquitto_property_read_byte(list, PropertyId.PayloadFormatIndicator, &format, false) != 0;
        var hasExpiry = Libmosquitto.mosquitto_property_read_int32(list, PropertyId.MessageExpiryInterval, &seconds, false) != 0;
        return message with
        {
            IsText = hasFormat && format == 1,
            Expiry = hasExpiry ? TimeSpan.FromSeconds(seconds) : null,
            ContentType = ReadString(list, PropertyId.ContentType),
            ResponseTopic = ReadString(list, PropertyId.ResponseTopic),
            CorrelationData = ReadCorrelation(list),
            UserProperties = ReadUserProperties(list),
        };
    }

    internal static unsafe string? ReadString(nint list, int identifier)
    {
        nint text;
        if (list == 0 || Libmosquitto.mosquitto_property_read_string(list, identifier, &text, false) == 0)
        {
            return null;
        }

        return TakeText(text);
    }

    internal static unsafe BrokerLimits ReadLimits(nint list)
    {
        ushort receiveMaximum = ushort.MaxValue;
        uint packetSize = 0;
        byte qos = 2;
        byte retain = 1;
        if (list != 0)
        {
            _ = Libmosquitto.mosquitto_property_read_int16(list, PropertyId.ReceiveMaximum, &receiveMaximum, false);
            _ = Libmosquitto.mosquitto_property_read_int32(list, PropertyId.MaximumPacketSize, &packetSize, false);
            _ = Libmosquitto.mosquitto_property_read_byte(list, PropertyId.MaximumQos, &qos, false);
            _ = Libmosquitto.mosquitto_property_read_byte(list, PropertyId.RetainAvailable, &retain, false);
        }

        return new BrokerLimits(receiveMaximum, packetSize == 0 ? null : packetSize, qos, retain != 0);
    }

    private static unsafe ReadOnlyMemory<byte> ReadCorrelation(nint list)
    {
        nint bytes;
        ushort length;
        if (Libmosquitto.mosquitto_property_read_binary(list, PropertyId.CorrelationData, &bytes, &length, false) == 0)
        {
            return default;
        }

        var copy = new ReadOnlySpan<byte>((void*)bytes, length).ToArray();
        NativeMemory.Free((void*)bytes);
        return copy;
    }

    private static unsafe List<KeyValuePair<string, string>> ReadUserProperties(nint list)
    {
        var found = new List<KeyValuePair<string, string>>();
        nint name;
        nint value;
        var at = Libmosquitto.mosquitto_property_read_string_pair(list, PropertyId.UserProperty, &name, &value, false);
        while (at != 0)
        {
            found.Add(new(TakeText(name), TakeText(value)));
            at = Libmosquitto.mosquitto_property_read_string_pair(at, PropertyId.UserProperty, &name, &value, true);
        }

        return found;
    }

    private static unsafe string TakeText(nint text)
    {
        var copy = MosquittoLibrary.Text(text);
        NativeMemory.Free((void*)text);
        return copy;
    }

    private unsafe void Add(MosquittoMessage message)
    {
        if (message.IsText)
        {
            MosquittoLibrary.Check(Libmosquitto.mosquitto_property_add_byte(ref _list, PropertyId.PayloadFormatIndicator, 1));
        }

        if (message.Expiry is { } expiry)
        {
            var seconds = (uint)Math.Clamp(Math.Ceiling(expiry.TotalSeconds), 0, uint.MaxValue);
            MosquittoLibrary.Check(Libmosquitto.mosquitto_property_add_int32(ref _list, PropertyId.MessageExpiryInterval, seconds));
        }

        AddString(PropertyId.ContentType, message.ContentType);
        AddString(PropertyId.ResponseTopic, message.ResponseTopic);
        if (!message.CorrelationData.IsEmpty)
        {
            fixed (byte* data = message.CorrelationData.Span)
            {
                MosquittoLibrary.Check(Libmosquitto.mosquitto_property_add_binary(
                    ref _list, PropertyId.CorrelationData, data, checked((ushort)message.CorrelationData.Length)));
            }
        }

        foreach (var (name, value) in message.UserProperties)
        {
            MosquittoLibrary.Check(Libmosquitto.mosquitto_property_add_string_pair(ref _list, PropertyId.UserProperty, name, value));
        }
    }

    private void AddString(int identifier, string? value)
    {
        if (value is not null)
        {
            MosquittoLibrary.Check(Libmosquitto.mosquitto_property_add_string(ref _list, identifier, value));
        }
    }
}
