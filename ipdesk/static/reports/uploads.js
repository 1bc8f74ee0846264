/* Many files at once, each in a request of its own with its progress; two under way at a time. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-uploads]");
  if (!form || !window.XMLHttpRequest) return;
  const field = form.querySelector('input[type="file"]');
  const list = document.getElementById("uploads");
  const pattern = document.getElementById("upload-pending");
  const MOST_AT_ONCE = 2;
  const waiting = [];
  let running = 0;
  let added = { count: 0, size: 0 };
  let limit = {};  // as the page told them before the first of the files under way: the sums move while files come in

  const limits = () => {
    const data = document.getElementById("limits").dataset;
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, Number(value)]));
  };

  const megabytes = (size) => `${(size / 1048576).toFixed(1)} MB`;

  const refusal = (file) => {
    if (file.size > limit.largest) return `这个文件 ${megabytes(file.size)}，超过单个文件上限 ${megabytes(limit.largest)}，没有上传。请压缩或者拆分。`;
    if (file.size === 0) return "这个文件是空的（0 字节），没有上传。";
    if (limit.count + added.count >= limit.most) return `文件已达上限 ${limit.most} 个，没有上传。`;
    if (limit.used + added.size + file.size > limit.room) return `合计将超过上限 ${megabytes(limit.room)}，没有上传。`;
    return "";
  };

  const line = (file) => {
    const row = pattern.content.firstElementChild.cloneNode(true);
    row.querySelector(".upload-name").textContent = file.name;
    list.append(row);
    return row;
  };

  const refuse = (row, text) => {
    row.classList.add("refused");
    row.querySelector("progress")?.remove();
    row.querySelector(".upload-state").textContent = "没有上传";
    row.querySelector(".upload-told").textContent = text;
  };

  const received = (row, answer) => {
    const holder = document.createElement("template");
    holder.innerHTML = answer.row;
    const fresh = holder.content.firstElementChild;
    if (answer.same_as.length) {
      const told = document.createElement("p");
      told.className = "small";
      told.textContent = answer.told;
      fresh.append(told);
    }
    row.replaceWith(fresh);
    window.htmx?.process(fresh);
  };

  const finished = () => {
    running -= 1;
    next();
    if (!running) { added = { count: 0, size: 0 }; document.body.dispatchEvent(new Event("uploaded")); }
  };

  const send = ({ file, row, secret }) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("csrf_token", form.elements.csrf_token.value);
    if (secret) body.append("secret", "yes");
    body.append("files", file);
    const bar = row.querySelector("progress");
    const state = row.querySelector(".upload-state");
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      bar.value = Math.floor((100 * event.loaded) / event.total);
      state.textContent = event.loaded < event.total ? `正在上传 ${bar.value}%` : "正在计算校验值并保存";
    });
    request.addEventListener("load", () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* told below */ }
      if (request.status === 200 && answer.row) received(row, answer);
      else refuse(row, answer.error ? `${answer.error.message}${answer.error.remedy}` : `没有保存（${request.status}），请再试一次。`);
      finished();
    });
    request.addEventListener("error", () => { refuse(row, "网络中断，没有保存，请再试一次。"); finished(); });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  };

  const next = () => {
    while (running < MOST_AT_ONCE && waiting.length) { running += 1; send(waiting.shift()); }
  };

  field.addEventListener("change", () => {
    const secret = form.elements.secret.checked;
    if (!running && !waiting.length) limit = limits();
    for (const file of field.files) {
      const row = line(file);
      const why = refusal(file);
      if (why) { refuse(row, why); continue; }
      added.count += 1;
      added.size += file.size;
      waiting.push({ file, row, secret });
    }
    field.value = "";
    next();
  });

  window.addEventListener("beforeunload", (event) => { if (running) event.preventDefault(); });
})();
