using EdgeVision.Core.Faults;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.Native;
using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.Verbs;

/// <summary>Turns what a verb throws into words on standard error and an exit code. Bugs stay exceptions.</summary>
internal static class Failure
{
    public static async Task<int> Guard(Func<Task<int>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (FaultException failure)
        {
            return Say(failure.Fault.ToString(), CodeOf(failure.Fault.Code), failure.Fault.Tail);
        }
        catch (QuantizationRefusedException refused)
        {
            return Say($"the model cannot be quantized: {refused.Message}; nothing was written", ExitCodes.Data);
        }
        catch (OutputTakenException taken)
        {
            return Say(taken.Message, ExitCodes.NoOutput);
        }
        catch (OutputUnwritableException unwritable)
        {
            return Say(unwritable.Message, ExitCodes.NoOutput);
        }
        catch (NativeLibraryException missing)
        {
            return Say(missing.Message, ExitCodes.Unavailable);
        }
        catch (Exception unusable) when (unusable is InvalidDataException or ArgumentException or FormatException)
        {
            return Say(WithoutParameter(unusable.Message), ExitCodes.Data);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Say($"{unreadable.Message.TrimEnd('.')}; check the path, and who may read and write there", ExitCodes.NoInput);
        }
        catch (OperationCanceledException)
        {
            return Say("cancelled", ExitCodes.Cancelled);
        }
    }

    /// <summary>Says it on standard error and gives the code back.</summary>
    public static int Say(string message, int code, string tail = "")
    {
        Console.Error.WriteLine($"edgevision: {message}");
        foreach (var line in tail.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Console.Error.WriteLine($"    {line}");
        }

        return code;
    }

    /// <summary>An ArgumentException ends with the name of a parameter, which tells a person nothing.</summary>
    private static string WithoutParameter(string message) =>
        message.IndexOf(" (Parameter '", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    private static int CodeOf(FaultCode code) => code switch
    {
        FaultCode.LibraryMissing or FaultCode.ProgramMissing or FaultCode.ModelMissing or FaultCode.BrokerUnreachable => ExitCodes.Unavailable,
        FaultCode.SourceUnreachable or FaultCode.SourceRefused or FaultCode.SourceEnded => ExitCodes.NoInput,
        FaultCode.SourceUnreadable or FaultCode.ModelUnreadable or FaultCode.ModelMismatch or FaultCode.ModelUntrusted => ExitCodes.Data,
        _ => ExitCodes.Failed,
    };
}
