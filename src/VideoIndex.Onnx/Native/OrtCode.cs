namespace VideoIndex.Onnx.Native;

/// <summary>Why a call failed, by the library's own numbers (<c>enum OrtErrorCode</c>).</summary>
internal enum OrtCode
{
    Ok,
    Fail,
    InvalidArgument,
    NoSuchFile,
    NoModel,
    EngineError,
    RuntimeException,
    InvalidProtobuf,
    ModelLoaded,
    NotImplemented,
    InvalidGraph,
    ProviderFailed,
}

/// <summary>The library's reasons in our words.</summary>
internal static class OrtCodes
{
    // What the library says may hold several lines, and the first holds the reason.
    private const int LongestReason = 300;

    /// <summary>Returns the machine-readable reason.</summary>
    public static string ToWord(this OrtCode code) => code switch
    {
        OrtCode.NoSuchFile => "no-such-model",
        OrtCode.NoModel or OrtCode.InvalidProtobuf or OrtCode.InvalidGraph => "bad-model",
        OrtCode.NotImplemented => "unknown-operation",
        OrtCode.InvalidArgument => "wrong-inputs",
        OrtCode.ProviderFailed => "provider-failed",
        _ => "model-failed",
    };

    /// <summary>Returns what happened as a sentence.</summary>
    public static string ToSentence(OrtCode code, string message) => code switch
    {
        OrtCode.NoSuchFile => $"There is no such model ({Reason(message)}).",
        OrtCode.NoModel or OrtCode.InvalidProtobuf or OrtCode.InvalidGraph => $"The file is no model that can be run ({Reason(message)}).",
        OrtCode.NotImplemented => $"The model uses an operation that is not known here ({Reason(message)}).",
        OrtCode.InvalidArgument => $"The model does not take this ({Reason(message)}).",
        _ => $"The model failed ({Reason(message)}).",
    };

    /// <summary>Returns the first line of what the library says, without the place in its own code, shortened, to stand within a sentence.</summary>
    public static string Reason(string message)
    {
        var line = message.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = WithoutPath(WithoutPlace(end < 0 ? line : line[..end])).TrimEnd(" .");
        return line.Length > LongestReason ? $"{line[..LongestReason]}..." : line.ToString();
    }

    // Load model from PATH failed:what went wrong
    private static ReadOnlySpan<char> WithoutPath(ReadOnlySpan<char> line)
    {
        const string Mark = " failed:";
        var end = line.StartsWith("Load model from ", StringComparison.Ordinal) ? line.IndexOf(Mark, StringComparison.Ordinal) : -1;
        return end < 0 ? line : line[(end + Mark.Length)..];
    }

    // ... /folder/file.cc:197 type name::of::function(type, type(type)) const what went wrong
    private static ReadOnlySpan<char> WithoutPlace(ReadOnlySpan<char> line)
    {
        var place = line.LastIndexOf(".cc:", StringComparison.Ordinal);
        var open = place < 0 ? -1 : line[place..].IndexOf('(');
        if (open < 0)
        {
            return line;
        }

        var depth = 0;
        for (var i = place + open; i < line.Length; i++)
        {
            depth += line[i] == '(' ? 1 : line[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                var rest = line[(i + 1)..].TrimStart();
                return rest.StartsWith("const ", StringComparison.Ordinal) ? rest["const ".Length..] : rest;
            }
        }

        return line;
    }
}
