using System.Net;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Downloading;

/// <summary>What a server's answer means for what has come so far.</summary>
internal static class Answers
{
    /// <summary>Refuses addresses others on the way could answer for.</summary>
    /// <exception cref="ModelException">It is neither https nor this machine.</exception>
    public static void CheckAddress(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw new ModelException("not-secure", $"Models are fetched by https only, and '{address.GetLeftPart(UriPartial.Authority)}' is none.");
        }
    }

    /// <summary>Takes an answer's first lines, and begins anew where it does not go on from where the file stopped.</summary>
    /// <returns>Whether its body is compressed.</returns>
    /// <exception cref="ModelException">It is none that could become the file.</exception>
    /// <exception cref="PassingException">It may be another the next time.</exception>
    public static bool Accept(HttpResponseMessage answer, Wanted wanted, PartFile part)
    {
        var encoding = answer.Content.Headers.ContentEncoding.LastOrDefault(word => word != "identity");
        switch (answer.StatusCode)
        {
            case HttpStatusCode.PartialContent when encoding is null && GoesOn(answer, wanted, part):
                return false;
            case HttpStatusCode.PartialContent:
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                part.Begin(null);
                throw new PassingException("it has another file now");
            case HttpStatusCode.OK when encoding is null or "gzip" or "x-gzip":
                Begin(answer, wanted, part, encoding is not null);
                return encoding is not null;
            case HttpStatusCode.OK:
                throw new ModelException("download-failed", $"{wanted.Source.Host} sends the file packed in a way that cannot be read.");
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                throw new PassingException($"it answers {(int)answer.StatusCode}");
            default:
                throw new ModelException("not-there", $"{wanted.Source.Host} does not have the file any more, or does not give it (it answers {(int)answer.StatusCode}). Fetch it elsewhere and run: videoindex models import DIR");
        }
    }

    /// <summary>Says that a file is of another size.</summary>
    public static ModelException WrongSize(Wanted wanted) =>
        new("wrong-size", $"What {wanted.Source.Host} sends is not the file that is wanted, which has {wanted.Bytes:N0} bytes. Nothing was changed.");

    private static bool GoesOn(HttpResponseMessage answer, Wanted wanted, PartFile part) =>
        answer.Content.Headers.ContentRange is { From: { } from } range && from == part.Length && (range.Length ?? wanted.Bytes) == wanted.Bytes;

    private static void Begin(HttpResponseMessage answer, Wanted wanted, PartFile part, bool isEncoded)
    {
        if (!isEncoded && answer.Content.Headers.ContentLength is { } length && length != wanted.Bytes)
        {
            throw WrongSize(wanted);
        }

        part.Begin(!isEncoded && answer.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null);
    }
}
