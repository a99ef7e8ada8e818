/** The body of an answer. A stream is left at its first word, so that the model stops too. */
export async function beginningOf(response: Response): Promise<{ json: unknown; hasWords: boolean }> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("text/event-stream")) {
    return { json: parse(await response.text()), hasWords: false };
  }

  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let chunk = await reader?.read(); chunk?.value !== undefined; chunk = await reader?.read()) {
    text += chunk.value;
    if (!text.includes('"type":"text-delta"')) continue;
    await reader?.cancel();
    return { json: undefined, hasWords: true };
  }
  return { json: undefined, hasWords: false };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
